// Build tool: brings the class files of a jar up to date.
//
// An AOT cache takes no class files older than version 50, and picocli's are of version 49 (Java 5): without this, every command
// loads and verifies over two hundred classes anew. Version 52 (Java 8) needs the stack maps that are made here.

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Run as {@code java ModernClasses.java JAR...}; each jar is replaced. */
final class ModernClasses {

    private static final int OLDEST = 52;

    private static final ClassTransform MODERN = (builder, element) -> {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(OLDEST, 0);
        } else {
            builder.with(element);
        }
    };
    /** Stack maps are made for code that is built anew, instruction by instruction. */
    private static final ClassTransform REBUILT = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));

    private ModernClasses() {
    }

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            rewrite(Path.of(jar));
        }
    }

    private static void rewrite(Path jar) throws IOException {
        Path made = jar.resolveSibling(jar.getFileName() + ".new");
        try (URLClassLoader classes = new URLClassLoader(new URL[]{jar.toUri().toURL()});
                JarFile from = new JarFile(jar.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(made))) {
            ClassFile tool = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (JarEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new JarEntry(entry.getName()));
                to.write(entry.getName().endsWith(".class")
                        ? modern(tool, read(from, entry))
                        : read(from, entry));
                to.closeEntry();
            }
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static byte[] modern(ClassFile tool, byte[] bytes) {
        ClassModel model = tool.parse(bytes);
        return model.majorVersion() >= OLDEST ? bytes : tool.transformClass(model, MODERN.andThen(REBUILT));
    }
}
