// Every line of the menu has an id of its own.
package dev.wherry.app.tray.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.wherry.app.tray.MenuEntry;
import dev.wherry.app.tray.MenuEntry.Note;
import dev.wherry.app.tray.MenuEntry.Separator;
import dev.wherry.app.tray.MenuEntry.Submenu;
import org.junit.jupiter.api.Test;

class MenuLayoutTest {

    private static final Note A = new Note("a");
    private static final Note B = new Note("b");

    private static List<Integer> ids(MenuLayout layout) {
        return layout.line(MenuLayout.ROOT).orElseThrow().lines().stream().map(MenuLayout.Line::id).toList();
    }

    @Test
    void equalLinesAreToldApart() {
        MenuLayout layout = new MenuLayout().followedBy(List.of(A, new Separator(), B, new Separator()));
        assertThat(ids(layout)).doesNotHaveDuplicates().doesNotContain(MenuLayout.ROOT);
        assertThat(ids(layout.followedBy(List.of(new Separator(), B, new Separator()))))
                .containsExactlyInAnyOrderElementsOf(ids(layout).subList(1, 4));
    }

    @Test
    void theIdOfALineThatHasGoneIsNotUsedAgain() {
        MenuLayout first = new MenuLayout().followedBy(List.of(A));
        MenuLayout second = first.followedBy(List.of(B));
        assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
        assertThat(ids(second.followedBy(List.of(A)))).doesNotContainAnyElementsOf(ids(first))
                .doesNotContainAnyElementsOf(ids(second));
    }

    @Test
    void aSubmenuStaysTheSameWhenWhatItHoldsChanges() {
        List<MenuEntry> one = List.of(new Submenu("s", List.of(A)));
        List<MenuEntry> other = List.of(new Submenu("s", List.of(B, A)));
        MenuLayout before = new MenuLayout().followedBy(one);
        MenuLayout after = before.followedBy(other);
        assertThat(ids(after)).isEqualTo(ids(before));
        int submenu = ids(after).getFirst();
        assertThat(after.line(submenu).orElseThrow().lines()).extracting(MenuLayout.Line::entry).containsExactly(B, A);
        assertThat(after.line(submenu).orElseThrow().lines().getLast().id())
                .isEqualTo(before.line(submenu).orElseThrow().lines().getFirst().id());
    }
}
