// What a second start tells the first.
package dev.wherry.app.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.wherry.engine.stream.ByteStream;
import dev.wherry.engine.stream.SocketStream;

/** The number of arguments and each of them, answered by one byte. No side waits longer than {@link SingleInstance#LIMIT}. */
final class StartMessage {

    private static final int MOST_ARGUMENTS = 100;
    private static final int TAKEN = 1;

    private StartMessage() {
    }

    /**
     * Tells the app at {@code socket}.
     *
     * @throws IOException when it does not listen or does not answer
     */
    static void send(Path socket, List<String> arguments) throws IOException {
        try (ByteStream stream = SocketStream.connect(socket)) {
            closeInTime(stream);
            DataOutputStream out = new DataOutputStream(stream.output());
            out.writeInt(arguments.size());
            for (String argument : arguments) {
                out.writeUTF(argument);
            }
            if (stream.input().read() != TAKEN) {
                throw new IOException("the app that runs has not taken the message");
            }
        }
    }

    /** Takes one from {@code channel}, and closes that. */
    static void receive(SocketChannel channel, Consumer<List<String>> taker) throws IOException {
        try (ByteStream stream = new SocketStream(channel)) {
            closeInTime(stream);
            DataInputStream in = new DataInputStream(stream.input());
            int count = in.readInt();
            if (count < 0 || count > MOST_ARGUMENTS) {
                throw new IOException("a start with " + count + " arguments is none");
            }
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                arguments.add(in.readUTF());
            }
            taker.accept(List.copyOf(arguments));
            stream.output().write(TAKEN);
        }
    }

    // Reading from such a channel knows no time limit of its own; closing it ends the wait.
    private static void closeInTime(ByteStream stream) {
        CompletableFuture.delayedExecutor(SingleInstance.LIMIT.toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            try {
                stream.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
