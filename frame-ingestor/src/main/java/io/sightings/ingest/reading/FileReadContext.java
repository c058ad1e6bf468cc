package io.sightings.ingest.reading;

import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.publish.ProducerShare;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What all sources of files share.
 *
 * @param kafka its timeout decides how long files wait for Kafka
 * @param parallel bounds how many files are read at once
 * @param journal of files while they are read
 */
public record FileReadContext(
    ProducerShare kafka, Semaphore parallel, @Nullable ReadingJournal journal) {

  ReadAdmission admit(String source, String copy) {
    return journal == null ? ReadAdmission.UNRECORDED : journal.admit(source, copy, false);
  }

  void forget(String source, String copy) {
    if (journal != null) {
      journal.forget(source, copy);
    }
  }
}
