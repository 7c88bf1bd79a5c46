/** The programs of docs/embedding.md. They stand outside the domain and see of it what a platform sees. */
@NullMarked
package dev.roster.example;

import org.jspecify.annotations.NullMarked;
