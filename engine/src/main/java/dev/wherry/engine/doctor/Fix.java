// What puts something right without anybody having to decide.
package dev.wherry.engine.doctor;

/** A repair that can do no harm: nothing is lost by it that anybody would miss. */
@FunctionalInterface
public interface Fix {

    /**
     * Does it.
     *
     * @return what was done, in a sentence
     * @throws Exception telling the user why it could not be done
     */
    String apply() throws Exception;
}
