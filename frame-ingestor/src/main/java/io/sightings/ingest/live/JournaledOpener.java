package io.sightings.ingest.live;

import io.sightings.ingest.address.MediaException;
import io.sightings.ingest.address.StreamException;
import io.sightings.ingest.address.StreamException.Problem;
import io.sightings.ingest.ffmpeg.StreamCancellation;
import io.sightings.ingest.journal.JournaledRead;
import io.sightings.ingest.journal.ReadAdmission;
import io.sightings.ingest.journal.ReadingJournal;
import io.sightings.ingest.jpeg.EncodedImage;
import io.sightings.ingest.stream.StreamInfo;
import java.time.Instant;

/**
 * Opens a stream that is in the journal while it is opened and read.
 *
 * @param source id
 * @param stream names it in the journal: another address is another stream
 */
record JournaledOpener(FeedOpener opener, ReadingJournal journal, String source, String stream)
    implements FeedOpener {

  @Override
  public LiveFeed open(StreamCancellation cancellation) throws StreamException {
    ReadAdmission admission = journal.admit(source, stream, true);
    if (admission instanceof ReadAdmission.Refused refused) {
      throw new StreamException(Problem.QUARANTINED, refused.why());
    }
    if (admission instanceof ReadAdmission.Deferred deferred) {
      throw new StreamException(Problem.DEFERRED, deferred.why());
    }
    JournaledRead reading = ((ReadAdmission.Granted) admission).reading();
    try {
      return new JournaledFeed(opener.open(cancellation), reading);
    } catch (StreamException | RuntimeException | Error e) {
      reading.close();
      throw e;
    }
  }

  /** A stream that is in the journal until it is closed. */
  private record JournaledFeed(LiveFeed feed, JournaledRead reading) implements LiveFeed {

    @Override
    public StreamInfo info() {
      return feed.info();
    }

    @Override
    public void next() throws StreamException {
      feed.next();
      reading.delivers();
    }

    @Override
    public long micros() {
      return feed.micros();
    }

    @Override
    public Instant cameraTime() {
      return feed.cameraTime();
    }

    @Override
    public boolean takes() {
      return feed.takes();
    }

    @Override
    public boolean heartbeatDue() {
      return feed.heartbeatDue();
    }

    @Override
    public EncodedImage image() throws MediaException {
      return feed.image();
    }

    @Override
    public void close() {
      feed.close();
      reading.close();
    }
  }
}
