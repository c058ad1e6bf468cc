package io.sightings.faults.hostile.send;

import io.sightings.contract.settings.SettingsException;
import io.sightings.contract.settings.SettingsLoader;
import io.sightings.faults.hostile.input.HostileInput.HostileSettings;
import io.sightings.faults.hostile.input.HostileInput.InputReference;
import io.sightings.faults.hostile.input.HostileInput.Program;
import io.sightings.faults.hostile.input.HostileInputGenerator.Planned;
import io.sightings.faults.hostile.watch.FindingLog;
import io.sightings.faults.hostile.watch.FindingType;
import io.sightings.faults.hostile.watch.InputOutcome;
import io.sightings.faults.hostile.watch.InputOutcomeCounts;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.job.settings.JobSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads settings in this process, as the commands do before they start anything. */
public final class SettingsSender implements InputSender {
  private static final Duration MAX_TIME = Duration.ofSeconds(5);

  private final SettingsLoader loader = new SettingsLoader(Map.of());
  private final InputOutcomeCounts tally;
  private final FindingLog findings;

  public SettingsSender(InputOutcomeCounts tally, FindingLog findings) {
    this.tally = tally;
    this.findings = findings;
  }

  @Override
  public void send(List<Planned> inputs) {
    for (Planned planned : inputs) {
      InputReference mark = planned.mark();
      long start = System.nanoTime();
      try {
        read((HostileSettings) planned.input());
        tally.count(mark, InputOutcome.ACCEPTED);
      } catch (SettingsException e) {
        tally.count(mark, InputOutcome.REFUSED);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        tally.count(mark, InputOutcome.REFUSED);
        String text = "settings raise " + e.toString().lines().findFirst().orElse("");
        findings.add(FindingType.UNEXPECTED_ERROR, text, List.of(mark));
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      if (took.compareTo(MAX_TIME) > 0) {
        String text = "settings took " + took.toMillis() + " ms";
        findings.add(FindingType.UNEXPECTED_ERROR, text, List.of(mark));
      }
    }
  }

  private void read(HostileSettings input) {
    Object defaults =
        input.program() == Program.INGESTOR ? IngestorSettings.defaults() : JobSettings.defaults();
    loader.parse("hostile.yaml", input.yaml(), defaults, input.overrides());
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
