#!/bin/sh
# with-runtime.sh build FILE TIME: from the distribution FILE, roster-VERSION.tar.gz, makes roster-VERSION-linux-ARCH.tar.gz beside
# it, which has a Java of its own and needs none. That Java has only what Roster uses, and comes with an archive of the classes
# that Roster loads at its start, where the archive of this JDK may be moved. TIME is what all files are dated, as an archive is for a jar of that date alone.
# With skip in the place of build it makes nothing.
set -eu
[ "$1" = build ] || exit 0
plain=$2
time=$3

case $(uname -s) in
    Linux) ;;
    *) echo "with-runtime.sh: this is no Linux, there is no distribution with a runtime"; exit 0 ;;
esac
[ -n "${JAVA_HOME:-}" ] || JAVA_HOME=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
if [ ! -d "$JAVA_HOME/jmods" ] && ! "$JAVA_HOME/bin/jlink" --help 2>/dev/null | grep -q 'Linking from run-time image enabled'; then
    echo "with-runtime.sh: $JAVA_HOME has no modules to link, there is no distribution with a runtime"
    exit 0
fi

name=$(basename -- "$plain" .tar.gz)
work=$(dirname -- "$plain")/distribution/with-runtime
rm -rf -- "$work"
mkdir -p -- "$work"
tar -xzf "$plain" -C "$work"
home=$work/$name

# What `jdeps --print-module-deps` finds in the jar, and what is loaded by name, which no class file shows: elliptic curves for
# TLS, words of dates, DNS for mail.
used=java.base,java.desktop,java.instrument,java.naming,java.net.http,java.rmi,java.security.jgss,java.security.sasl,java.sql
used=$used,jdk.jfr,jdk.management,jdk.unsupported
by_name=jdk.crypto.ec,jdk.localedata,jdk.naming.dns,jdk.zipfs
"$JAVA_HOME/bin/jlink" --add-modules "$used,$by_name" --include-locales en --strip-debug --no-header-files --no-man-pages \
    --output "$home/runtime"

# SQLite's library, as it lies in the jar. With another C library than glibc the driver goes on unpacking the one that fits.
library=org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so
if ! ldd --version 2>&1 | grep -qi musl; then
    (cd "$work" && "$JAVA_HOME/bin/jar" --extract --file "$home/lib/roster.jar" "$library")
    [ ! -f "$work/$library" ] || { mv -- "$work/$library" "$home/lib/" && chmod 0644 -- "$home/lib/libsqlitejdbc.so"; }
fi

# First the archive of the JDK's own classes, which jlink leaves out, then the one of Roster's classes, which lies on it.
"$home/runtime/bin/java" -Xshare:dump >/dev/null
find "$home" -exec touch -h -d "$time" -- {} +
major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*"$/\1/p' "$home/runtime/release")
# Before JDK 19, an archive fits the jar only where it was made. There the launcher makes one at its first run.
if [ "$major" -ge 19 ]; then
    train=-XX:ArchiveClassesAtExit
    [ "$major" -lt 25 ] || train=-XX:AOTCacheOutput
    "$home/runtime/bin/java" -Xlog:disable -Xlog:all=error:stderr "$train=$home/lib/roster.archive" \
        -cp "$home/lib/roster.jar" dev.roster.bootstrap.TrainingRun "$work/native"
    rm -f -- "$home/lib/roster.archive.config"
    chmod 0644 -- "$home/lib/roster.archive"
fi

tar --sort=name --mtime="$time" --owner=0 --group=0 --numeric-owner -C "$work" -czf "${plain%.tar.gz}-linux-$(uname -m).tar.gz" "$name"
rm -rf -- "$work"
