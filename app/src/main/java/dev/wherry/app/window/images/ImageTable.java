// The columns of the list of images.
package dev.wherry.app.window.images;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

import dev.wherry.app.text.Amounts;
import dev.wherry.app.text.Texts;
import dev.wherry.app.window.parts.RowTable;
import dev.wherry.app.window.parts.UsersColumn;

/** Makes the table. */
final class ImageTable {

    private static final Texts TEXTS = Texts.of(ImageTable.class);

    private ImageTable() {
    }

    static RowTable<ImageRow> make() {
        RowTable<ImageRow> table = new RowTable<>("images-table", TEXTS.get("title"), ImageRow::key);
        var name = table.column(TEXTS.get("column.name"), 300, ImageTable::repository,
                Comparator.comparing(ImageTable::repository, String.CASE_INSENSITIVE_ORDER), ImageRow::name);
        table.column(TEXTS.get("column.tag"), 120, row -> row.tag().isEmpty() ? "–" : row.tag());
        table.column(TEXTS.get("column.id"), 120, ImageRow::shortId).getStyleClass().add("mono");
        table.amounts(TEXTS.get("column.size"), 80, row -> Amounts.bytes(row.size()),
                Comparator.comparingLong(ImageRow::size));
        table.amounts(TEXTS.get("column.age"), 110, row -> Amounts.ago(Duration.between(row.created(), Instant.now())),
                Comparator.comparing(ImageRow::created).reversed());
        UsersColumn.add(table, TEXTS.get("column.users"), 130, ImageRow::users);
        table.getSortOrder().add(name);
        return table;
    }

    private static String repository(ImageRow row) {
        return row.repository().isEmpty() ? TEXTS.get("nameless") : row.repository();
    }
}
