package io.sightings.ingest.http.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sightings.ingest.http.answer.ProblemDetails;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A picture, or several as parts. */
final class ImageUpload implements AcceptedUpload {
  private final ImageRequest body;
  private final UploadBounds bounds;
  private final ImageBatch batch;
  private final Request request;

  ImageUpload(Request request, ImageRequest body, UploadBounds bounds, ImageBatch batch) {
    this.request = request;
    this.body = body;
    this.bounds = bounds;
    this.batch = batch;
  }

  /** The answer. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Answer(List<ImageBatch.Taken> frames, @Nullable List<ProblemDetails> problems) {}

  @Override
  public BodyPace pace() {
    return BodyPace.within(bounds.timeout());
  }

  @Override
  public Object receive(TimedBody bytes)
      throws ProblemException, IOException, InterruptedException {
    ProblemException whole = null;
    try {
      read(bytes);
    } catch (ProblemException e) {
      batch.cutShort(e);
      whole = e;
    }
    try {
      batch.await();
    } catch (ProblemException e) {
      whole = e;
    }
    if (whole == null && batch.taken().isEmpty()) {
      whole = batch.firstProblem();
    }
    if (whole != null) {
      throw whole.with(batch.taken(), body.isMultipart() ? batch.problems() : List.of());
    }
    return new Answer(batch.taken(), batch.problems().isEmpty() ? null : batch.problems());
  }

  private void read(TimedBody bytes) throws ProblemException, IOException, InterruptedException {
    String boundary = body.boundary();
    if (boundary != null) {
      MultipartReader parts = new MultipartReader(boundary, bounds, batch);
      bytes.readInto(parts);
      parts.end();
      if (batch.isEmpty()) {
        throw new ProblemException(ProblemKind.BAD_MULTIPART, "There is no part in it.");
      }
      return;
    }
    PictureBuffer picture = new PictureBuffer(bounds.imageBytes(), request.getLength());
    bytes.readInto(
        more -> {
          picture.add(more);
          if (picture.overflown()) {
            throw ImageRequest.tooLarge(bounds.imageBytes());
          }
        });
    batch.take(new ImagePart(request.getHeaders(), picture.bytes(), false));
  }
}
