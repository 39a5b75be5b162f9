// The login that nobody is to notice.
package dev.wherry.engine.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class WarmUpTest {

    @Test
    void itLogsInWithoutAWordOfWarning(@TempDir Path folder) throws Exception {
        GuestKeys keys = GuestKeys.loadOrCreate(folder);
        Logger logs = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger(WarmUp.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logs.addAppender(heard);
        own.setLevel(Level.DEBUG);
        try {
            WarmUp.run(keys);
        } finally {
            logs.detachAppender(heard);
            own.setLevel(null);
        }
        assertThat(heard.list).anyMatch(event -> event.getMessage().startsWith("Ready to log in"))
                .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }
}
