// The one setting in docker's config.json that says which context is the current one.
package dev.wherry.engine.docker;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import org.jspecify.annotations.Nullable;

/**
 * Reads and edits {@code currentContext} in the text of a config.json. Every other character of the text stays, so that what
 * {@link #with} did {@link #without} takes back to the letter.
 */
final class CurrentContext {

    private static final String KEY = "currentContext";
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Where the setting stands: from its key's first character to behind its value's last. */
    private record Member(int key, int value, int end, @Nullable String name) {
    }

    private final String text;
    private final int afterBrace;
    private final @Nullable Member member;
    private final boolean empty;

    private CurrentContext(String text, int afterBrace, @Nullable Member member, boolean empty) {
        this.text = text;
        this.afterBrace = afterBrace;
        this.member = member;
        this.empty = empty;
    }

    /**
     * Looks for the setting in the text of a config.json.
     *
     * @throws IOException when that is no JSON object, or the setting no string
     */
    static CurrentContext in(String text) throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is not a JSON object");
            }
            int afterBrace = (int) parser.currentTokenLocation().getCharOffset() + 1;
            @Nullable
            Member member = null;
            boolean empty = true;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                empty = false;
                boolean wanted = parser.currentName().equals(KEY);
                int key = (int) parser.currentTokenLocation().getCharOffset();
                parser.nextToken();
                if (wanted) {
                    member = member(parser, key);
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new IOException("something follows the JSON object");
            }
            return new CurrentContext(text, afterBrace, member, empty);
        }
    }

    private static Member member(JsonParser parser, int key) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING && parser.currentToken() != JsonToken.VALUE_NULL) {
            throw new IOException("\"" + KEY + "\" is not a string");
        }
        int value = (int) parser.currentTokenLocation().getCharOffset();
        parser.finishToken();
        return new Member(key, value, (int) parser.currentLocation().getCharOffset(), parser.getValueAsString());
    }

    /** The name that a value of the setting stands for; null when it is JSON's null. */
    static @Nullable String nameIn(String literal) throws IOException {
        return in("{\"" + KEY + "\": " + literal + "}").name();
    }

    /** The name of the current context; null when the setting is not there. */
    @Nullable
    String name() {
        return member == null ? null : member.name;
    }

    /** The setting's value as it is written, quotes included; null when the setting is not there. */
    @Nullable
    String literal() {
        return member == null ? null : text.substring(member.value, member.end);
    }

    /** The text with {@code literal} for the setting's value. */
    String with(String literal) {
        if (member != null) {
            return text.substring(0, member.value) + literal + text.substring(member.end);
        }
        String setting = "\"" + KEY + "\": " + literal;
        if (empty) {
            return text.substring(0, afterBrace) + setting + text.substring(afterBrace);
        }
        int first = blanksFrom(afterBrace);
        String blanks = text.substring(afterBrace, first);
        return text.substring(0, first) + setting + "," + (blanks.isEmpty() ? " " : blanks) + text.substring(first);
    }

    /** The text without the setting. */
    String without() {
        if (member == null) {
            return text;
        }
        int behind = blanksFrom(member.end);
        if (text.charAt(behind) == ',') {
            return text.substring(0, member.key) + text.substring(blanksFrom(behind + 1));
        }
        int before = text.substring(0, member.key).stripTrailing().length();
        int from = text.charAt(before - 1) == ',' ? before - 1 : member.key;
        return text.substring(0, from) + text.substring(member.end);
    }

    private int blanksFrom(int start) {
        int end = start;
        while (Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
