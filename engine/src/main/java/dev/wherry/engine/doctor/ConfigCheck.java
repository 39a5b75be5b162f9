// Whether the configuration can be used.
package dev.wherry.engine.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.wherry.engine.config.ConfigException;

/** Reads the machine's configuration file. */
final class ConfigCheck implements Check {

    private final Subject subject;

    ConfigCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "config";
    }

    @Override
    public String title() {
        return "Configuration";
    }

    @Override
    public Finding run() {
        Path file = subject.files().config();
        try {
            subject.config();
            return Finding.passed(this, Files.exists(file) ? file + " is valid" : "none: the defaults hold");
        } catch (ConfigException e) {
            return Finding.failed(this, e.getMessage(), e.remedy());
        }
    }
}
