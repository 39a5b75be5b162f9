// What can be measured by itself.
package dev.wherry.bench;

import java.nio.file.Path;
import java.util.function.Supplier;

/** A part of the benchmark, by the name that it is asked for. */
enum Part {

    UP(UpFigure::new),
    RUN(RunFigure::new),
    FORWARD(ForwardFigure::new),
    SSH(SshFigure::new),
    SHARE(ShareFigure::new),
    STATUS(StatusFigure::new),
    FOOTPRINT(
            () -> new FootprintFigure(Path.of(System.getenv("WHERRY_IMAGE"))));

    private final Supplier<Figure> figure;

    Part(Supplier<Figure> figure) {
        this.figure = figure;
    }

    Figure figure() {
        return figure.get();
    }
}
