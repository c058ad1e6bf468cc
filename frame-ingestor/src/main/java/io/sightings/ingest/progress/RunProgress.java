package io.sightings.ingest.progress;

/** How far one run is. Of one thread. */
public final class RunProgress {
  private final SourceProgress source;
  private final String key;
  private final boolean remembered;
  private ProgressMark mark;
  private ProgressMark written;

  /**
   * @param remembered whether it is to be known for good that it was read
   */
  RunProgress(SourceProgress source, String key, ProgressMark mark, boolean remembered) {
    this.source = source;
    this.key = key;
    this.mark = mark;
    this.remembered = remembered;
    this.written = mark;
  }

  /** Names the run in its frames' ids. */
  public String epoch() {
    return mark.epoch();
  }

  /** How many of its frames, from the first on, have arrived. */
  public long frames() {
    return mark.frames();
  }

  /** Whether it was read to its end before, so that nothing is left to do. */
  public boolean isComplete() {
    return mark.complete();
  }

  /** So many frames have arrived by now. Called often; what is not written is repeated. */
  public void arrived(long frames) {
    mark = new ProgressMark(mark.epoch(), frames, false);
    if (source.pace().isTimeToWrite()) {
      write(source.pace().isTimeToSync());
    }
  }

  /** Writes what is known, so that it lasts. */
  public void save() {
    write(true);
  }

  private void write(boolean lasting) {
    if (!mark.equals(written)) {
      source.write(key, mark, lasting);
      written = mark;
    }
  }

  /** All there is has arrived. */
  public void complete() {
    mark = new ProgressMark(mark.epoch(), mark.frames(), true);
    if (remembered) {
      source.finish(key);
      source.delete(key);
    } else {
      write(source.pace().isTimeToSync());
    }
  }

  /** What was read is out of the way; if it is read again, that is a run of its own. */
  public void forget() {
    source.delete(key);
  }
}
