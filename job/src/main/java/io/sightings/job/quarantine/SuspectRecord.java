package io.sightings.job.quarantine;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame that was under analysis when a process died.
 *
 * @param deaths each of another session, so that several readers of one death count it once
 * @param since of the last death, in epoch milliseconds
 */
public record SuspectRecord(List<FrameDeath> deaths, long since) {
  static final SuspectRecord NONE = new SuspectRecord(List.of(), 0);

  /**
   * @param session that died
   * @param alone whether nothing else was analysed in that process
   */
  public record FrameDeath(String session, boolean alone) {}

  public SuspectRecord {
    deaths = deaths == null ? List.of() : List.copyOf(deaths);
  }

  /** The same record if this death is known. */
  SuspectRecord with(FrameDeath death, long now) {
    if (deaths.stream().anyMatch(known -> known.session().equals(death.session()))) {
      return this;
    }
    List<FrameDeath> all = new ArrayList<>(deaths);
    all.add(death);
    return new SuspectRecord(all, now);
  }

  /**
   * The first death may have been a neighbour's. The others count only where there was no
   * neighbour: neighbours are read again together and would share each death.
   */
  boolean isConvicted(int limit) {
    long alone = deaths.stream().filter(FrameDeath::alone).count();
    return deaths.size() >= limit && alone >= limit - 1;
  }
}
