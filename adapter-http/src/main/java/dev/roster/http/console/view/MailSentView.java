package dev.roster.http.console.view;

/**
 * Says that a mail is on its way.
 *
 * @param text the key of what it is for
 */
public record MailSentView(String text) implements View {
    @Override
    public String template() {
        return "console/mail-sent.jte";
    }

    @Override
    public String title() {
        return "mail-sent.title";
    }
}
