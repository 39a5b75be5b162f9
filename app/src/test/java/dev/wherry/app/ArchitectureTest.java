// The arrows between the packages of the app, and what stays free of any toolkit.
package dev.wherry.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] TOOLKITS = {"javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..",
            "com.techsenger..", "java.awt..", "javax.swing.."};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wherry.app");

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackages("dev.wherry.app.window..", "dev.wherry.app.desktop..")
                .should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.kordamp..", "com.techsenger..")
                .check(CLASSES);
    }

    @Test
    void onlyTheTrayKnowsAwtAndTheDesktopBus() {
        noClasses().that().resideOutsideOfPackage("dev.wherry.app.tray..")
                .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.swing..", "org.freedesktop..")
                .check(CLASSES);
    }

    @Test
    void viewModelsAreFreeOfToolkits() {
        noClasses().that().haveSimpleNameEndingWith("Model").and().resideInAPackage("dev.wherry.app..")
                .should().dependOnClassesThat().resideInAnyPackage(TOOLKITS).check(CLASSES);
    }

    @Test
    void theCommandLineKnowsNothingOfTheDesktop() {
        classes().that().resideInAPackage("dev.wherry.app.cli..")
                .should().onlyDependOnClassesThat(not(
                        resideInAnyPackage("dev.wherry.app.window..", "dev.wherry.app.tray..",
                                "dev.wherry.app.desktop..", "dev.wherry.app.desk..", "dev.wherry.app.watch..")))
                .check(CLASSES);
        noClasses().that().resideOutsideOfPackage("dev.wherry.app.cli..")
                .should().dependOnClassesThat(resideInAPackage("dev.wherry.app.cli..")).check(CLASSES);
    }

    @Test
    void pagesDoNotKnowEachOther() {
        slices().matching("dev.wherry.app.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("dev.wherry.app.window.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
