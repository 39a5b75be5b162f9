// Every picture is there, in every size that a tray may want.
package dev.wherry.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrayPictureTest {

    @ParameterizedTest
    @EnumSource(TrayPicture.class)
    void thereIsEverySize(TrayPicture picture) {
        for (int size : TrayPicture.SIZES) {
            assertThat(picture.pixels(size)).hasSize(size * size * 4);
            assertThat(picture.png(size)).startsWith(0x89, 'P', 'N', 'G');
        }
        for (int size : TrayPicture.TEMPLATE_SIZES) {
            assertThat(picture.templatePng(size)).startsWith(0x89, 'P', 'N', 'G');
        }
    }

    @Test
    void noTwoHaveTheSameShape() {
        Set<String> shapes = new HashSet<>();
        for (TrayPicture picture : TrayPicture.values()) {
            byte[] pixels = picture.pixels(16);
            StringBuilder shape = new StringBuilder();
            for (int alpha = 3; alpha < pixels.length; alpha += 4) {
                shape.append(pixels[alpha] < 0 ? '#' : ' ');
            }
            assertThat(shapes.add(shape.toString())).as(picture.name()).isTrue();
        }
    }
}
