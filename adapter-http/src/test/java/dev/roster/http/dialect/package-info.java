@NullMarked
package dev.roster.http.dialect;

import org.jspecify.annotations.NullMarked;
