// How answers are ranked.
package dev.wherry.app.window.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {

    @ParameterizedTest
    @CsvSource({
            "web, web-1, 0",
            "WEB, web-1, 0",
            "'', anything, 0",
            "web, shop/web:2, 1",
            "web, cobweb my-web, 1",
            "web, cobweb, 2",
            "sdb, shop-database, 3"})
    void theBeginningGoesBeforeTheWordBeforeTheMiddleBeforeTheLetters(String typed, String text, int rank) {
        assertThat(Match.rank(typed, text)).isEqualTo(OptionalInt.of(rank));
    }

    @ParameterizedTest
    @CsvSource({"webs, web", "bew, web"})
    void whatDoesNotHoldTheLettersInTheirOrderIsNoAnswer(String typed, String text) {
        assertThat(Match.rank(typed, text)).isEmpty();
    }
}
