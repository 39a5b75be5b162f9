// The bus that the programs of a desktop session talk over.
package dev.wherry.app.tray.dbus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.tray.UnavailableException;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the session's bus. Every call on it has an end. */
public final class SessionBus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionBus.class);

    /** The longest that a call may take. */
    static final Duration LIMIT = Duration.ofSeconds(3);

    private final DBusConnection connection;
    private final Live<Boolean> alive;

    private SessionBus(DBusConnection connection, Live<Boolean> alive) {
        this.connection = connection;
        this.alive = alive;
    }

    /**
     * Connects to the bus that {@code environment} names, or to the one in the user's runtime folder.
     *
     * @throws UnavailableException when there is none
     */
    public static SessionBus open(Map<String, String> environment) throws UnavailableException {
        String address = address(environment);
        Live<Boolean> alive = new Live<>(true);
        try {
            MethodCall.setDefaultTimeout(LIMIT.toMillis());
            return new SessionBus(DBusConnectionBuilder.forAddress(address).withShared(false)
                    .withDisconnectCallback(new IDisconnectCallback() {
                        @Override
                        public void disconnectOnError(@Nullable IOException why) {
                            alive.set(false);
                        }
                    })
                    .transportConfig().withTimeout(Math.toIntExact(LIMIT.toMillis())).back().build(), alive);
        } catch (DBusException | RuntimeException e) {
            throw new UnavailableException("the session bus at " + address + " does not answer: " + e.getMessage(), e);
        }
    }

    private static String address(Map<String, String> environment) throws UnavailableException {
        String named = environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        if (!named.isBlank()) {
            // Alternatives are told apart by semicolons.
            return named.split(";", 2)[0];
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path socket = Path.of(runtime, "bus");
        if (runtime.isBlank() || !Files.exists(socket)) {
            throw new UnavailableException("there is no session bus");
        }
        return "unix:path=" + socket;
    }

    /** Whether the bus is there still; once gone, it does not come back. */
    Live<Boolean> alive() {
        return alive;
    }

    /** This program's own name on the bus. */
    String ownName() {
        return connection.getUniqueName();
    }

    /** Whether some program answers to {@code name}. */
    boolean hasOwner(String name) throws UnavailableException {
        return call(() -> remote("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class).NameHasOwner(name));
    }

    /** An object of another program; see {@link #call}. */
    <T extends DBusInterface> T remote(String name, String path, Class<T> type) throws DBusException {
        return connection.getRemoteObject(name, path, type, false);
    }

    /** What is done over the bus. */
    interface Call<T> {
        T perform() throws DBusException;
    }

    /**
     * Calls other programs.
     *
     * @throws UnavailableException when they do not answer, or refuse
     */
    <T> T call(Call<T> call) throws UnavailableException {
        try {
            return call.perform();
        } catch (DBusException | DBusExecutionException e) {
            throw new UnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Lets other programs use {@code object}. */
    void export(DBusInterface object) throws UnavailableException {
        call(() -> {
            connection.exportObject(object);
            return object;
        });
    }

    /** Takes {@code object} away from other programs. */
    void withdraw(DBusInterface object) {
        connection.unExportObject(object.getObjectPath());
    }

    /** Calls {@code handler}, on a thread of the bus, for each signal of a type; it must not call other programs. */
    <T extends DBusSignal> Subscription listen(Class<T> type, DBusSigHandler<T> handler) throws UnavailableException {
        AutoCloseable listening = call(() -> connection.addSigHandler(type, handler));
        return () -> stop(type, listening);
    }

    private void stop(Class<?> type, AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            LOG.debug("{} is listened to until the bus is closed: {}", type.getSimpleName(), e.getMessage());
        }
    }

    /** Makes a signal. */
    interface Signal {
        DBusSignal make() throws DBusException;
    }

    /** Tells everybody. */
    void send(Signal signal) throws UnavailableException {
        call(() -> {
            connection.sendMessage(signal.make());
            return true;
        });
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
