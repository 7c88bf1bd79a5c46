package dev.roster.mail;

import dev.roster.application.port.MailUndeliveredException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a mail server, in words that hold neither address nor password. */
final class SmtpFailure {
    /** The server wants something that the operator may set right before the mail is given up. */
    private static final Set<Integer> ABOUT_LOGGING_IN = Set.of(530, 534, 535, 538);

    private SmtpFailure() {}

    static MailUndeliveredException translated(MessagingException failure) {
        return recipient(failure)
                .or(() -> sender(failure))
                .or(() -> login(failure))
                .or(() -> mail(failure))
                .or(() -> connection(failure))
                .orElseGet(() -> passing("the mail server cannot be used", failure));
    }

    private static Optional<MailUndeliveredException> recipient(MessagingException failure) {
        return find(failure, SMTPAddressFailedException.class)
                .map(told -> refused("the mail server refused the recipient", told.getReturnCode(), told));
    }

    private static Optional<MailUndeliveredException> sender(MessagingException failure) {
        return find(failure, SMTPSenderFailedException.class)
                .map(told -> passing(
                        "the mail server refused the sender, who is set as mail-from" + code(told.getReturnCode()),
                        told));
    }

    private static Optional<MailUndeliveredException> login(MessagingException failure) {
        return find(failure, AuthenticationFailedException.class)
                .map(told -> passing("the mail server refused the username and password", told));
    }

    private static Optional<MailUndeliveredException> mail(MessagingException failure) {
        return find(failure, SMTPSendFailedException.class)
                .map(told -> refused("the mail server refused the mail", told.getReturnCode(), told));
    }

    private static Optional<MailUndeliveredException> connection(MessagingException failure) {
        if (find(failure, SSLException.class).isPresent()) {
            return Optional.of(
                    passing("the certificate of the mail server is not valid, or it does not use TLS", failure));
        }
        if (find(failure, SocketTimeoutException.class).isPresent()) {
            return Optional.of(passing("the mail server does not answer in time", failure));
        }
        boolean unreachable = find(failure, MailConnectException.class).isPresent()
                || find(failure, ConnectException.class).isPresent()
                || find(failure, UnknownHostException.class).isPresent();
        return unreachable ? Optional.of(passing("the mail server cannot be reached", failure)) : Optional.empty();
    }

    private static MailUndeliveredException refused(String reason, int code, Exception told) {
        if (code < 0) {
            return passing("the mail server closed the connection", told);
        }
        if (ABOUT_LOGGING_IN.contains(code)) {
            return passing("the mail server requires a login" + code(code), told);
        }
        return code >= 500
                ? MailUndeliveredException.permanent(reason + code(code), answer(told), told)
                : passing(reason + code(code), told);
    }

    private static String code(int code) {
        return " (" + code + ")";
    }

    private static MailUndeliveredException passing(String reason, Exception told) {
        return MailUndeliveredException.passing(reason, answer(told), told);
    }

    private static @Nullable String answer(Exception told) {
        String message = told.getMessage();
        return message == null ? null : message.strip();
    }

    /** The library chains its exceptions in a way of its own, beside the causes. */
    private static <T> Optional<T> find(@Nullable Throwable failure, Class<T> type) {
        for (Throwable link = failure; link != null; link = next(link)) {
            if (type.isInstance(link)) {
                return Optional.of(type.cast(link));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Throwable next(Throwable link) {
        return link instanceof MessagingException told && told.getNextException() != null
                ? told.getNextException()
                : link.getCause();
    }
}
