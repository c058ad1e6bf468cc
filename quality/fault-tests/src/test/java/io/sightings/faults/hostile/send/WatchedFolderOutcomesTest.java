package io.sightings.faults.hostile.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.faults.hostile.input.HostileKind;
import io.sightings.faults.hostile.input.ProductEntrance;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.FindingType;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import io.sightings.toolkit.console.CommandConsole;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderOutcomesTest {
  @TempDir private Path root;
  @TempDir private Path out;

  private final InputOutcomeCounts tally = new InputOutcomeCounts();
  private FindingLog findings;
  private WatchedFolderOutcomes fates;

  @BeforeEach
  void make() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    findings = new FindingLog(out.resolve("findings.txt"), 7, new CommandConsole(nowhere, nowhere));
    fates = new WatchedFolderOutcomes(root, tally, findings);
  }

  @Test
  void aFileThatIsGoneWasReadAndOneInRejectedWasNot() throws IOException {
    put("read.jpg", 1, false);
    put("damaged.jpg", 2, false);
    put("waiting.jpg", 3, false);
    Files.delete(root.resolve("read.jpg"));
    reject("damaged.jpg");

    assertThat(fates.look()).isEqualTo(1);

    assertThat(count(InputOutcome.ACCEPTED)).isEqualTo(1);
    assertThat(count(InputOutcome.REJECTED)).isEqualTo(1);
    assertThat(root.resolve("rejected/damaged.jpg")).doesNotExist();
    assertThat(findings.none()).isTrue();
  }

  @Test
  void aListThatWasReadIsAFindingWithItsIndex() throws IOException {
    put("list.mp4", 41, true);
    Files.delete(root.resolve("list.mp4"));

    fates.look();

    assertThat(findings.count(FindingType.WRONGLY_ACCEPTED)).isEqualTo(1);
    assertThat(out.resolve("findings.txt")).content().contains("--seed 7 --only 41");
  }

  @Test
  void theOldestFileThatIsReadIsTheFirstSuspect() throws IOException {
    put(".hidden.jpg", 1, false);
    put("a.jpg.part", 2, false);
    put("b.jpg", 3, false);
    put("c.jpg", 4, false);
    Files.setLastModifiedTime(root.resolve("c.jpg"), FileTime.fromMillis(1000));

    assertThat(fates.readable()).extracting(InputReference::index).containsExactly(4, 3);
  }

  private void put(String name, int index, boolean refused) throws IOException {
    HostileKind kind = new HostileKind("kind", 1, refused, (material, dice) -> null);
    fates.put(name, new InputReference(index, ProductEntrance.FILES, kind));
    Files.writeString(root.resolve(name), "x");
  }

  private void reject(String name) throws IOException {
    Files.createDirectories(root.resolve("rejected"));
    Files.move(root.resolve(name), root.resolve("rejected").resolve(name));
  }

  private int count(InputOutcome outcome) {
    return tally.of(ProductEntrance.FILES).get("kind")[outcome.ordinal()];
  }
}
