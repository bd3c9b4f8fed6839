package pl.odzew.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Packages are features; technology is a leaf that imports its feature, never the reverse.
class PackageDirectionTest {

    private static final Path REPOSITORY = Path.of("../..");

    /// Reading a module's classes takes longer than any check of them.
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    /// The services, with the packages in which their code lies.
    enum Service {
        MAILBOX_SERVICE("mailbox-service", "pl.odzew.mailbox"),
        ALLEGRO_GATEWAY("allegro-gateway", "pl.odzew.allegro"),
        RESPONDER_SERVICE("responder-service", "pl.odzew.responder"),
        NOTIFICATION_SERVICE("notification-service", "pl.odzew.notification"),
        SELLER_PORTAL("seller-portal", "pl.odzew.portal");

        private final String module;
        private final String basePackage;

        Service(String module, String basePackage) {
            this.module = module;
            this.basePackage = basePackage;
        }

        /// One package below the service's own: the feature itself, without its leaves.
        String features() {
            return basePackage + ".*";
        }

        JavaClasses classes() {
            return IMPORTED.computeIfAbsent(module, PackageDirectionTest::imported);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFeatureKnowsNoTechnology(Service service) {
        classes()
                .that()
                .resideInAPackage(service.features())
                .should()
                .onlyDependOnClassesThat(plainJavaOr(service))
                .because("a core is made with new, and what drives it can be replaced")
                .check(service.classes());
    }

    @ParameterizedTest
    @EnumSource
    void featuresFormNoCircle(Service service) {
        slices().matching(service.basePackage + ".(*)")
                .should()
                .beFreeOfCycles()
                .because("data flows one way, and a feature is read without those that come after it")
                .check(service.classes());
    }

    @ParameterizedTest
    @EnumSource
    void aServiceMeetsTheOthersInEventsAlone(Service service) {
        for (Service other : Service.values()) {
            if (other != service) {
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(other.basePackage + "..")
                        .because("services share events and nothing else")
                        .check(service.classes());
            }
        }
    }

    @Test
    void contractsAreRecordsThatNeedNoFramework() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson..", "pl.odzew.events.."))
                .check(imported("event-contracts"));
    }

    private static DescribedPredicate<JavaClass> plainJavaOr(Service service) {
        return resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "pl.odzew.events..")
                .or(resideInAPackage(service.features()))
                .as("belong to the JDK, to the events or to a feature");
    }

    private static JavaClasses imported(String module) {
        Path classes = REPOSITORY.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("build " + module + " first: there is no " + classes);
        }
        return new ClassFileImporter().importPath(classes);
    }
}
