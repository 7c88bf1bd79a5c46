package dev.roster.cli.user;

import dev.roster.application.user.RemoveAvatar;
import dev.roster.application.user.SetAvatar;
import dev.roster.application.user.ShowAvatar;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.RefusedException;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.AvatarLimits;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "avatar",
        header = "Show, set and remove the pictures of users.",
        description = "A JPEG, PNG or GIF of at most 1 MiB and 512 x 512 pixels; the settings avatar-bytes and "
                + "avatar-pixels change these limits. Roster stores the picture as a new PNG, without the "
                + "other data in the file.",
        footer = {"", "Examples:", "  roster users avatar set ada ada.jpg", "  roster users avatar get ada ada.png"})
final class AvatarCommand {
    /** A picture, and whose it is. */
    private record Portrait(User user, Avatar avatar) {}

    private static final Layout<Portrait> LAYOUT = Layout.<Portrait>of("avatars")
            .column("username", portrait -> portrait.user().username())
            .column("width", portrait -> portrait.avatar().width())
            .column("height", portrait -> portrait.avatar().height())
            .column("sha256", portrait -> portrait.avatar().digest());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<AvatarLimits> limits;
    private final Provider<SetAvatar> setAvatar;
    private final Provider<ShowAvatar> showAvatar;
    private final Provider<RemoveAvatar> removeAvatar;

    @Inject
    AvatarCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<AvatarLimits> limits,
            Provider<SetAvatar> setAvatar,
            Provider<ShowAvatar> showAvatar,
            Provider<RemoveAvatar> removeAvatar) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.limits = limits;
        this.setAvatar = setAvatar;
        this.showAvatar = showAvatar;
        this.removeAvatar = removeAvatar;
    }

    @Command(header = "Set the picture of a user, or replace it.")
    void set(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Parameters(paramLabel = "FILE", description = "The picture: a JPEG, PNG or GIF.") Path file) {
        User found = names.user(user);
        Avatar kept = setAvatar.get().handle(operator.caller(), found.id(), read(file));
        report("set the picture of `" + found.username() + "`", found, kept);
    }

    @Command(
            header = "Write a user's picture to a file, as a PNG.",
            description = "An existing file is never overwritten.")
    void get(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Parameters(paramLabel = "FILE", description = "The file to create.") Path file) {
        User found = names.user(user);
        Avatar avatar = showAvatar
                .get()
                .handle(operator.caller(), found.id())
                .avatar()
                .orElseThrow(() -> RefusedException.missing("avatar", "`" + found.username() + "` has no picture"));
        write(file, avatar);
        report("wrote `" + file + "`", found, avatar);
    }

    @Command(header = "Remove a user's picture.")
    void remove(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        User found = names.user(user);
        boolean removed = removeAvatar.get().handle(operator.caller(), found.id());
        output.say(removed ? "removed the picture of `" + found.username() + "`" : "the user has no picture");
    }

    private void report(String line, User user, Avatar avatar) {
        output.report(line, LAYOUT, new Portrait(user, avatar));
    }

    /** One byte more than is allowed, at most: enough to be refused. */
    private byte[] read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(limits.get().bytes() + 1);
        } catch (NoSuchFileException missing) {
            throw new InstallationException("there is no file `" + file + "`", missing);
        } catch (IOException failed) {
            throw new InstallationException("cannot read the file `" + file + "`", failed);
        }
    }

    private static void write(Path file, Avatar avatar) {
        try {
            Files.write(file, avatar.png(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new InstallationException("the file `" + file + "` exists, name another", there);
        } catch (IOException failed) {
            throw new InstallationException("cannot write the file `" + file + "`", failed);
        }
    }
}
