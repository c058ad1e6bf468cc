package io.sightings.ingest.http.upload;

import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Cuts a multipart body into its parts as it comes, holding one at a time. */
final class MultipartReader implements TimedBody.Sink {
  private static final int HEADER_BYTES = 8 << 10;

  private final UploadBounds bounds;
  private final ImagePart.Taker taker;
  private final Cutter cutter = new Cutter();
  private final MultiPart.Parser parser;
  private long size;

  MultipartReader(String boundary, UploadBounds bounds, ImagePart.Taker taker) {
    this.bounds = bounds;
    this.taker = taker;
    parser = new MultiPart.Parser(boundary, cutter);
    parser.setPartHeadersMaxLength(HEADER_BYTES);
    parser.setMaxParts(UploadBounds.PARTS + 1L);
  }

  @Override
  public void take(ByteBuffer bytes) throws ProblemException, InterruptedException {
    size += bytes.remaining();
    if (size > bounds.multipartBytes()) {
      throw new ProblemException(
          ProblemKind.TOO_LARGE,
          "A request may have %d bytes: send the pictures in several."
              .formatted(bounds.multipartBytes()));
    }
    parse(Content.Chunk.from(bytes, false));
  }

  /**
   * Nothing more comes.
   *
   * @throws ProblemException if the last part has not ended
   */
  void end() throws ProblemException, InterruptedException {
    parse(Content.Chunk.EOF);
  }

  private void parse(Content.Chunk chunk) throws ProblemException, InterruptedException {
    parser.parse(chunk);
    for (ImagePart part; (part = cutter.whole.poll()) != null; ) {
      taker.take(part);
    }
    if (cutter.problem != null) {
      throw cutter.problem;
    }
  }

  /** Hears from the parser, which lets no exception through. */
  private final class Cutter implements MultiPart.Parser.Listener {
    private final Queue<ImagePart> whole = new ArrayDeque<>();
    private HttpFields.Mutable headers = HttpFields.build();
    private PictureBuffer picture = new PictureBuffer(0, -1);
    private int begun;
    private @Nullable ProblemException problem;

    @Override
    public void onPartBegin() {
      begun++;
      headers = HttpFields.build();
      picture = new PictureBuffer(bounds.imageBytes(), -1);
      if (begun > UploadBounds.PARTS) {
        fail(
            ProblemKind.TOO_MANY_PARTS,
            "A request may have %d parts.".formatted(UploadBounds.PARTS),
            null);
      }
    }

    @Override
    public void onPartHeader(String name, String value) {
      headers.add(name, value);
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
      picture.add(chunk.getByteBuffer());
    }

    @Override
    public void onPartEnd() {
      if (problem == null) {
        whole.add(new ImagePart(headers.asImmutable(), picture.bytes(), picture.overflown()));
      }
    }

    @Override
    public void onFailure(Throwable failure) {
      fail(
          ProblemKind.BAD_MULTIPART,
          "Its parts or its end cannot be found: is the boundary right, and did all of it arrive?",
          failure);
    }

    private void fail(ProblemKind kind, String detail, @Nullable Throwable cause) {
      if (problem == null) {
        problem = new ProblemException(kind, detail, cause);
      }
    }
  }
}
