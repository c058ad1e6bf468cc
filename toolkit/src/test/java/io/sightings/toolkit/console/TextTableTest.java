package io.sightings.toolkit.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCellAndNumbersStandAtTheRight() {
    TextTable table = new TextTable("WHO", "FRAMES>").row("Anna Smith", "7").row("Bo", "1234567");
    StringWriter out = new StringWriter();

    table.print(new PrintWriter(out));

    assertThat(out.toString().lines())
        .containsExactly(
            "WHO          FRAMES", //
            "Anna Smith        7",
            "Bo          1234567");
  }

  @Test
  void aNameHasNoEffectOnTheTerminal() {
    StringWriter out = new StringWriter();

    new TextTable("WHO").row("Ada\u001b[2J\u009b31m\u202e").print(new PrintWriter(out));
    new CommandConsole(new PrintWriter(out), new PrintWriter(out))
        .say("one\u001b]0;title\u0007\ntwo");
    new CommandConsole(new PrintWriter(out), new PrintWriter(out)).complain("door\r\u2028forged");

    assertThat(out.toString().lines())
        .containsExactly(
            "WHO",
            "Ada\uFFFD[2J\uFFFD31m\uFFFD",
            "one\uFFFD]0;title\uFFFD",
            "two",
            "sightings: door\uFFFD\uFFFDforged");
  }

  @Test
  void aRowThatDoesNotFitIsAMistake() {
    TextTable table = new TextTable("A", "B");

    assertThatThrownBy(() -> table.row("only one")).hasMessageContaining("1 cells");
  }
}
