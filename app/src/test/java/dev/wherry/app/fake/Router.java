// Which request of the Engine API is answered by what.
package dev.wherry.app.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.docker.FakeEngine.Exchange;

/** The routes of the fake engine. */
final class Router {

    /** Answers one request. */
    interface Action {
        void answer(Request request) throws IOException, InterruptedException;
    }

    private record Route(String method, Pattern path, Action action) {
    }

    private final List<Route> routes = new ArrayList<>();

    /** Registers a route; {@code *} in its path stands for one part, {@code **} for one or several. The first that fits wins. */
    Router on(String method, String path, Action action) {
        String pattern = path.replace("**", "(.+)").replaceAll("(?<!\\()\\*", "([^/]+)");
        routes.add(new Route(method, Pattern.compile(pattern), action));
        return this;
    }

    /** Answers {@code exchange}. */
    void answer(Exchange exchange) throws IOException, InterruptedException {
        for (Route route : routes) {
            Matcher path = route.path.matcher(exchange.path());
            if (route.method.equals(exchange.method()) && path.matches()) {
                run(route.action, Request.of(exchange, path));
                return;
            }
        }
        new Request(exchange, List.of()).error(404, "page not found");
    }

    private static void run(Action action, Request request) throws IOException, InterruptedException {
        try {
            action.answer(request);
        } catch (ApiError e) {
            request.error(e.status, e.getMessage());
        }
    }
}
