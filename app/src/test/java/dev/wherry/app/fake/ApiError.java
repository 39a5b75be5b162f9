// A refusal of the fake engine.
package dev.wherry.app.fake;

/** Becomes an answer with this status and {@code {"message": …}}. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final int status;

    ApiError(int status, String message) {
        super(message);
        this.status = status;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
