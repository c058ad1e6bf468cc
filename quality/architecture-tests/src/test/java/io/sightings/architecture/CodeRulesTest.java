package io.sightings.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Rules of the code that a compiled class shows. */
class CodeRulesTest {
  private static final String[] PROGRAMS = {
    "io.sightings.cli..", "io.sightings.faults..", "io.sightings.benchmarks.."
  };
  private static final DescribedPredicate<JavaField> ARE_STATIC_IN_THE_SOURCE =
      DescribedPredicate.describe(
          "are static in the source",
          field ->
              field.getModifiers().contains(JavaModifier.STATIC)
                  && !field.getModifiers().contains(JavaModifier.SYNTHETIC));

  @Test
  void noStaticFieldChanges() {
    holds(fields().that(ARE_STATIC_IN_THE_SOURCE).should().beFinal());
  }

  @Test
  void onlyProgramsSleep() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(PROGRAMS)
            .should()
            .callMethod(Thread.class, "sleep", long.class));
  }

  @Test
  void onlyProgramsPrint() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(PROGRAMS)
            .and()
            .doNotHaveFullyQualifiedName("io.sightings.kafka.BrokerMain")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void timesAreInstants() {
    // A library may return a Date; the product neither creates, stores nor returns one.
    holds(noClasses().should().callConstructor(Date.class));
    holds(noFields().should().haveRawType(Date.class));
    holds(noMethods().should().haveRawReturnType(Date.class));
  }

  private static void holds(ArchRule rule) {
    rule.check(ProductClasses.ALL);
  }
}
