package dev.roster.persistence.sql;

import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables of annexes, one for each kind of owner. They differ in their name and in the column of the owner. */
enum AnnexTable {
    DATASETS(AnnexOwner.Kind.DATASET, "annexes", "dataset_id"),
    USERS(AnnexOwner.Kind.USER, "user_annexes", "user_id"),
    ORGANIZATIONS(AnnexOwner.Kind.ORGANIZATION, "organization_annexes", "organization_id");

    private final AnnexOwner.Kind kind;
    private final String table;
    private final String column;

    /** To be filled by {@link #values}. */
    final String insert;

    final String add;
    final String put;
    final String remove;
    final String removeAll;
    final String count;
    final String ofOwners;
    final String page;

    AnnexTable(AnnexOwner.Kind kind, String table, String column) {
        this.kind = kind;
        this.table = table;
        this.column = column;
        insert = sql("""
                INSERT INTO {annexes} ({owner}, kind, entry, content, attached_at)
                VALUES (:owner, :kind, :entry, :content, :at)
                """);
        String otherwise = insert + sql(" ON CONFLICT ({owner}, kind, entry)");
        add = otherwise + " DO NOTHING RETURNING number";
        put = otherwise + " DO UPDATE SET content = excluded.content, attached_at = excluded.attached_at";
        remove = sql("DELETE FROM {annexes} WHERE {owner} = :owner AND kind = :kind AND entry = :entry");
        removeAll = sql("DELETE FROM {annexes} WHERE {owner} = :owner");
        count = sql("SELECT count(*) FROM {annexes} WHERE {owner} = :owner AND kind = :kind");
        String select = sql("SELECT number, {owner} AS owner_id, kind, entry, content, attached_at FROM {annexes}");
        ofOwners = select + sql(" WHERE {owner} IN (<owners>) AND kind = :kind ORDER BY number");
        page = select + sql(" WHERE number > :after ORDER BY number LIMIT :most");
    }

    static AnnexTable of(AnnexOwner.Kind kind) {
        return switch (kind) {
            case DATASET -> DATASETS;
            case USER -> USERS;
            case ORGANIZATION -> ORGANIZATIONS;
        };
    }

    static AnnexTable of(AnnexOwner owner) {
        return of(owner.kind());
    }

    /** Puts the names in. They are constants; values are bound. */
    private String sql(String template) {
        return template.replace("{annexes}", table).replace("{owner}", column);
    }

    static <S extends SqlStatement<S>> S values(S statement, Annex annex) {
        return statement
                .bind("owner", annex.owner().id())
                .bind("kind", annex.kind())
                .bind("entry", annex.key())
                .bind("content", annex.json())
                .bind("at", annex.at());
    }

    Annex annex(ResultSet row) throws SQLException {
        return new Annex(
                new AnnexOwner(kind, Rows.uuid(row, "owner_id")),
                row.getLong("number"),
                row.getString("kind"),
                row.getString("entry"),
                row.getString("content"),
                Times.read(row, "attached_at"));
    }
}
