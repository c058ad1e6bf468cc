package io.sightings.job.identify;

import io.sightings.engine.FaceEmbedder;
import io.sightings.engine.gallery.Gallery;
import io.sightings.engine.gallery.GalleryCandidate;
import io.sightings.engine.gallery.GalleryMatch;
import io.sightings.engine.image.ThumbnailMaker;
import io.sightings.job.metrics.StageTimer;
import io.sightings.job.track.TrackedFace;
import io.sightings.job.track.TrackedFrame;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.jspecify.annotations.Nullable;

/** Compares faces with the gallery through a local embedder. */
final class FaceIdentifier {
  private final FaceEmbedder embedder;
  private final boolean thumbnails;
  private final StageTimer embed;
  private final StageTimer search;
  private final Counter identified;
  private final Counter named;

  FaceIdentifier(FaceEmbedder embedder, boolean thumbnails, MetricGroup group) {
    this.embedder = embedder;
    this.thumbnails = thumbnails;
    embed = new StageTimer(group, "embed");
    search = new StageTimer(group, "search");
    identified = group.counter("facesIdentified", new ThreadSafeSimpleCounter());
    named = group.counter("facesNamed", new ThreadSafeSimpleCounter());
  }

  /**
   * @param gallery null where a service says who people are
   */
  IdentifiedFrame identify(TrackedFrame frame, Gallery gallery) {
    List<IdentifiedFace> faces = new ArrayList<>(frame.faces().size());
    for (TrackedFace face : frame.faces()) {
      LocalIdentification answer = face.identify() ? identify(face.face().crop(), gallery) : null;
      faces.add(
          new IdentifiedFace(
              face.track(),
              face.face().box(),
              face.face().quality(),
              face.near(),
              answer,
              face.question()));
    }
    return new IdentifiedFrame(frame.info(), frame.width(), frame.height(), faces, frame.again());
  }

  private LocalIdentification identify(byte @Nullable [] crop, Gallery gallery) {
    long start = System.nanoTime();
    float[] embedding = embedder.embed(crop);
    long embedded = System.nanoTime();
    embed.took(embedded - start);
    identified.inc();
    byte[] thumbnail = thumbnails ? ThumbnailMaker.jpeg(crop) : null;
    if (gallery == null) {
      return new LocalIdentification(
          embedder.model(), embedding, embedder.threshold(), false, null, null, null, thumbnail);
    }
    GalleryMatch match = gallery.search(embedding);
    search.took(System.nanoTime() - embedded);
    boolean isNamed = match.names(embedder.threshold(), embedder.margin());
    if (isNamed) {
      named.inc();
    }
    return new LocalIdentification(
        embedder.model(),
        embedding,
        embedder.threshold(),
        isNamed,
        likeness(match.best()),
        likeness(match.runnerUp()),
        match.galleryVersion(),
        thumbnail);
  }

  private static LocalIdentification.@Nullable Likeness likeness(GalleryCandidate candidate) {
    return candidate == null
        ? null
        : new LocalIdentification.Likeness(
            candidate.personId(), candidate.name(), candidate.similarity());
  }
}
