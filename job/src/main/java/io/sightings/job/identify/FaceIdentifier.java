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
  private final MatchScale scale;
  private final boolean thumbnails;
  private final StageTimer embed;
  private final StageTimer search;
  private final Counter identified;
  private final Counter named;

  FaceIdentifier(FaceEmbedder embedder, MatchScale scale, boolean thumbnails, MetricGroup group) {
    this.embedder = embedder;
    this.scale = scale;
    this.thumbnails = thumbnails;
    embed = new StageTimer(group, "embed");
    search = new StageTimer(group, "search");
    identified = group.counter("facesIdentified", new ThreadSafeSimpleCounter());
    named = group.counter("facesNamed", new ThreadSafeSimpleCounter());
  }

  /**
   * @param gallery null where a service says who people are
   */
  IdentifiedFrame identify(TrackedFrame frame, @Nullable Gallery gallery) {
    List<float[]> embeddings = new ArrayList<>();
    for (TrackedFace face : frame.faces()) {
      if (face.identify()) {
        embeddings.add(embedding(face));
      }
    }
    int people = gallery == null ? 0 : gallery.people();
    List<GalleryMatch> matches = gallery == null ? List.of() : search(gallery, embeddings);
    List<IdentifiedFace> faces = new ArrayList<>(frame.faces().size());
    int next = 0;
    for (TrackedFace face : frame.faces()) {
      LocalIdentification answer = null;
      if (face.identify()) {
        GalleryMatch match = gallery == null ? null : matches.get(next);
        answer = answer(face.face().crop(), embeddings.get(next), match, people);
        next++;
      }
      faces.add(IdentifiedFace.of(face, answer));
    }
    return new IdentifiedFrame(frame.info(), frame.width(), frame.height(), faces, frame.again());
  }

  private float[] embedding(TrackedFace face) {
    long start = System.nanoTime();
    float[] embedding = embedder.embed(face.face().crop());
    embed.took(System.nanoTime() - start);
    identified.inc();
    return embedding;
  }

  /** All faces of a frame at once: a large gallery is read from memory once. */
  private List<GalleryMatch> search(Gallery gallery, List<float[]> embeddings) {
    long start = System.nanoTime();
    List<GalleryMatch> matches = gallery.search(embeddings);
    search.took(System.nanoTime() - start);
    return matches;
  }

  private LocalIdentification answer(
      byte @Nullable [] crop, float[] embedding, @Nullable GalleryMatch match, int people) {
    byte[] thumbnail = thumbnails ? ThumbnailMaker.jpeg(crop) : null;
    if (match == null) {
      return new LocalIdentification(
          embedder.model(), embedding, scale.threshold(), false, null, null, null, thumbnail);
    }
    boolean isNamed = match.names(scale.threshold(), embedder.margin());
    if (isNamed) {
      named.inc();
    }
    return new LocalIdentification(
        embedder.model(),
        embedding,
        scale.threshold(),
        isNamed,
        likeness(match.best(), people),
        likeness(match.runnerUp(), people),
        match.galleryVersion(),
        thumbnail);
  }

  private LocalIdentification.@Nullable Likeness likeness(
      @Nullable GalleryCandidate candidate, int people) {
    return candidate == null
        ? null
        : new LocalIdentification.Likeness(
            candidate.personId(),
            candidate.name(),
            candidate.similarity(),
            scale.falseMatchRate(candidate.similarity(), people));
  }
}
