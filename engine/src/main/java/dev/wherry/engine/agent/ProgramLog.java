// Where the log of the agent, or of the app, goes.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.PrivateFiles;
import org.slf4j.LoggerFactory;

/** Sets logging up in code: reading an XML file for it would cost a good part of the agent's start. */
public final class ProgramLog {

    private static final FileSize LARGEST_FILE = FileSize.valueOf("2MB");
    private static final int KEPT_FILES = 3;

    private ProgramLog() {
    }

    /** Sends everything that the program logs to the file {@code name}, which is turned over when it has grown large. */
    public static void open(Directories directories, String name) throws IOException {
        PrivateFiles.createDirectories(directories.logs());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        // Their messages of INFO tell every key exchange, and every connection to the desktop.
        context.getLogger("org.apache.sshd").setLevel(Level.WARN);
        context.getLogger("org.freedesktop").setLevel(Level.WARN);
        root.addAppender(appender(context, directories.logs().resolve(name)));
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{0} - %msg%n");
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setFile(file.toString());

        FixedWindowRollingPolicy naming = new FixedWindowRollingPolicy();
        naming.setContext(context);
        naming.setParent(appender);
        naming.setFileNamePattern(file + ".%i");
        naming.setMaxIndex(KEPT_FILES);
        naming.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
        trigger.setContext(context);
        trigger.setMaxFileSize(LARGEST_FILE);
        trigger.start();

        appender.setRollingPolicy(naming);
        appender.setTriggeringPolicy(trigger);
        appender.start();
        return appender;
    }
}
