// A call to the agent that did not succeed, as the client sees it.
package dev.wherry.engine.agent;

/** The agent could not do what was asked, or could not be reached. Both texts are for the user. */
public final class AgentException extends Exception {

    /** What kind of failure it was; {@link #code} is the JSON-RPC error code. */
    public enum Kind {
        /** It was tried and failed. */
        FAILED(1),
        /** What was asked for makes no sense. */
        USAGE(2),
        /** Nothing was tried, because something has to be put right first. */
        PRECHECK(3),
        /** There is no such machine. */
        NO_MACHINE(4),
        /** The agent is of another version. */
        VERSION(5),
        /** The agent does not answer. */
        UNREACHABLE(6);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            return FAILED;
        }
    }

    private final Kind kind;
    private final String remedy;

    /** With what is wrong and what to do about it, one sentence each. */
    public AgentException(Kind kind, String message, String remedy) {
        super(message);
        this.kind = kind;
        this.remedy = remedy;
    }

    /** What kind of failure it was. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, in one sentence. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }

    /** What the user can do about it; may be empty. */
    public String remedy() {
        return remedy;
    }
}
