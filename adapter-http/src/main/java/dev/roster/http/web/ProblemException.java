package dev.roster.http.web;

/** A refusal by HTTP itself, to be formatted by the {@link Dialect}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public static ProblemException of(Problem.Kind kind, String detail) {
        return new ProblemException(Problem.of(kind, detail));
    }

    public Problem problem() {
        return problem;
    }
}
