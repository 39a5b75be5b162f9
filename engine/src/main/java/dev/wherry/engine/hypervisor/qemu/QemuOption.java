// One option of QEMU's key=value kind, with its one rule of quoting.
package dev.wherry.engine.hypervisor.qemu;

/** Builds {@code head,key=value,…}. Only commas mean anything to QEMU in a value, and a doubled comma stands for one. */
final class QemuOption {

    private final StringBuilder text;

    private QemuOption(String head) {
        this.text = new StringBuilder(head);
    }

    /** An option that begins with {@code head} as it is. */
    static QemuOption of(String head) {
        return new QemuOption(head);
    }

    QemuOption with(String key, Object value) {
        text.append(',').append(key).append('=').append(value.toString().replace(",", ",,"));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
