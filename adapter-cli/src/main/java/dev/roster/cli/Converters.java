package dev.roster.cli;

import dev.roster.application.port.UserOrder;
import dev.roster.cli.completion.Shell;
import dev.roster.cli.place.WorkspacePlace;
import dev.roster.cli.terminal.DatasetPath;
import dev.roster.cli.terminal.End;
import dev.roster.cli.terminal.FileName;
import dev.roster.cli.terminal.InstallationException;
import dev.roster.cli.terminal.Misspelling;
import dev.roster.cli.terminal.OutputFormat;
import dev.roster.cli.terminal.TargetName;
import dev.roster.cli.terminal.Times;
import dev.roster.cli.transfer.ImportFormat;
import dev.roster.cli.transfer.TextEncoding;
import dev.roster.domain.RefusedException;
import dev.roster.domain.UserText;
import dev.roster.domain.access.GrantKind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.audit.SealMark;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyId;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.organization.OrganizationName;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RoleName;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.WholeNumbers;
import dev.roster.domain.text.Worded;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.PersonName;
import dev.roster.domain.user.PersonStatus;
import dev.roster.domain.user.PhoneNumber;
import dev.roster.domain.user.Pronouns;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceId;
import dev.roster.domain.workspace.WorkspaceName;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Turns text into values, once, so that what is malformed is refused before anything is opened. */
final class Converters {
    private final InstantSource clock;

    @Inject
    Converters(InstantSource clock) {
        this.clock = clock;
    }

    void registerOn(CommandLine line) {
        register(line, Username.class, Username::new);
        register(line, EmailAddress.class, EmailAddress::new);
        register(line, PersonName.class, PersonName::new);
        register(line, SealMark.class, SealMark::parse);
        register(line, PhoneNumber.class, PhoneNumber::new);
        register(line, Pronouns.class, Pronouns::new);
        register(line, UserId.class, UserId::parse);
        register(line, UserStatus.class, UserStatus::parse);
        register(line, PersonStatus.class, PersonStatus::parse);
        register(line, GrantKind.class, GrantKind::parse);
        register(line, UserKind.class, UserKind::parse);
        register(line, UserOrder.class, UserOrder::parse);
        register(line, WorkspaceName.class, WorkspaceName::new);
        register(line, WorkspaceId.class, WorkspaceId::parse);
        register(line, OrganizationName.class, OrganizationName::new);
        register(line, OrganizationId.class, OrganizationId::parse);
        register(line, RoleName.class, RoleName::new);
        register(line, DatasetName.class, DatasetName::new);
        register(line, DatasetId.class, DatasetId::parse);
        register(line, DatasetAccess.class, DatasetAccess::parse);
        register(line, DatasetPath.class, DatasetPath::parse);
        register(line, SessionId.class, SessionId::parse);
        register(line, ApiKeyId.class, ApiKeyId::parse);
        register(line, ApiKeyForm.class, ApiKeyForm::parse);
        register(line, ApiKeyStatus.class, ApiKeyStatus::parse);
        register(line, InviteMode.class, InviteMode::parse);
        register(line, Permission.class, Converters::permission);
        register(line, RegisteredPermission.class, RegisteredPermission::new);
        register(line, WorkspacePlace.class, WorkspacePlace::parse);
        register(line, TargetName.class, TargetName::parse);
        // Stricter than Door.parse, which must read what a later version wrote.
        register(line, Door.class, word -> Worded.parse(Door.class, "door", word));
        register(line, OutputFormat.class, word -> Worded.parse(OutputFormat.class, "format", word));
        register(line, Shell.class, word -> Worded.parse(Shell.class, "shell", word));
        register(line, ImportFormat.class, word -> Worded.parse(ImportFormat.class, "format", word));
        register(line, TextEncoding.class, word -> Worded.parse(TextEncoding.class, "encoding", word));
        register(line, Path.class, FileName::path);
        register(line, Instant.class, text -> Times.parse(text, clock.instant()));
        register(line, End.class, text -> new End(Times.parseEnd(text, clock.instant())));
        register(line, Duration.class, Times::parseLength);
        register(line, Integer.class, Converters::number);
        register(line, int.class, Converters::number);
        register(line, Long.class, Converters::longNumber);
        register(line, long.class, Converters::longNumber);
    }

    private static <T> void register(CommandLine line, Class<T> type, Function<String, T> parse) {
        line.registerConverter(type, text -> {
            try {
                return parse.apply(text);
            } catch (RefusedException refused) {
                throw new MalformedValueException(refused);
            } catch (InstallationException unusable) {
                throw new TypeConversionException(unusable.getMessage());
            }
        });
    }

    private static Permission permission(String key) {
        try {
            return Permission.parse(key);
        } catch (RefusedException refused) {
            throw new TypeConversionException(refused.reason()
                    + Misspelling.hint(
                            key,
                            Arrays.stream(RosterPermission.values())
                                    .map(RosterPermission::key)
                                    .toList()));
        }
    }

    private static Integer number(String text) {
        return (int) number(text, 9);
    }

    private static Long longNumber(String text) {
        return number(text, 18);
    }

    /** What else a number must be, the use case knows. */
    private static long number(String text, int digits) {
        long most = (long) Math.pow(10, digits) - 1;
        try {
            return WholeNumbers.parse("number", text, -most, most);
        } catch (RefusedException refused) {
            throw new TypeConversionException("invalid number " + UserText.quote(text)
                    + ", expected a whole number of at most " + digits + " digits");
        }
    }
}
