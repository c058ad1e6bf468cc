package io.sightings.ingest.http.upload;

import io.sightings.contract.SourceInfo;
import io.sightings.contract.SourceKind;
import io.sightings.ingest.http.answer.ProblemException;
import io.sightings.ingest.http.answer.ProblemKind;
import io.sightings.ingest.monitor.SourceMonitor;
import io.sightings.ingest.publish.ProducerShare;
import io.sightings.ingest.settings.IngestorSettings;
import io.sightings.ingest.settings.SourceSettings;
import java.io.IOException;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes uploads, or says at once why not: who has no token, names no source or announces too much
 * gets no thread and no memory.
 */
public final class UploadEndpoint implements AutoCloseable {
  private static final String TYPE = "upload";

  private final IngestBackend backend;
  private final UploadBounds bounds;
  private final BearerToken token;
  private final ProducerShare share;
  private final UploadExecutor executor;
  private final IngestorSettings settings;

  /**
   * @throws IOException if what an earlier run has left behind cannot be deleted
   */
  public UploadEndpoint(IngestorSettings settings, IngestBackend backend) throws IOException {
    this.settings = settings;
    this.backend = backend;
    bounds = UploadBounds.of(settings);
    token = new BearerToken(settings.server().token());
    long bytes = (long) bounds.parallel() * bounds.imageBytes();
    share =
        backend
            .kafka()
            .share((int) Math.min(bytes, settings.kafka().inFlightBytes()), bounds.timeout());
    executor = new UploadExecutor(bounds.parallel());
    VideoStore.clean(settings);
  }

  /** Answers a request that sends pictures. */
  public void images(Request request, Response response, Callback callback, String id)
      throws ProblemException {
    executor.runImages(task(request, response, callback, id, this::imageUpload));
  }

  /** Answers a request that sends a video. */
  public void videos(Request request, Response response, Callback callback, String id)
      throws ProblemException {
    executor.runVideo(task(request, response, callback, id, this::videoUpload));
  }

  /** Prepares an upload from the headers alone. */
  private interface Preparation {
    AcceptedUpload prepare(Request request, SourceSettings source, SourceMonitor monitor)
        throws ProblemException;
  }

  private UploadTask task(
      Request request, Response response, Callback callback, String id, Preparation preparation)
      throws ProblemException {
    token.check(request);
    SourceSettings source = source(id);
    SourceMonitor monitor = backend.monitors().of(id, TYPE);
    try {
      refuseEncoding(request.getHeaders());
      AcceptedUpload upload = preparation.prepare(request, source, monitor);
      return new UploadTask(request, response, callback, upload, monitor);
    } catch (ProblemException e) {
      monitor.rejected(e.getMessage());
      throw e;
    }
  }

  private ImageUpload imageUpload(Request request, SourceSettings source, SourceMonitor monitor)
      throws ProblemException {
    Instant stated = StatedTime.of(request, bounds.window());
    ImageRequest body = ImageRequest.of(request, bounds);
    SourceInfo info = source.info(source.id(), SourceKind.IMAGE);
    String key = request.getHeaders().get("Idempotency-Key");
    UploadedPicture picture = new UploadedPicture(info, bounds, stated, key);
    ImageBatch batch =
        new ImageBatch(
            picture,
            share,
            monitor,
            body.isMultipart(),
            bounds.timeout(),
            request.getComponents().getScheduler());
    return new ImageUpload(request, body, bounds, batch);
  }

  private VideoUpload videoUpload(Request request, SourceSettings source, SourceMonitor monitor)
      throws ProblemException {
    Instant start = StatedTime.of(request, bounds.window());
    String name = VideoName.of(request.getHeaders(), Instant.now());
    if (request.getLength() > bounds.videoBytes()) {
      throw VideoUpload.tooLarge(bounds);
    }
    VideoStore store = new VideoStore(settings, source.id());
    return new VideoUpload(store, name, start, request.getLength(), bounds, monitor);
  }

  private SourceSettings source(String id) throws ProblemException {
    if (!SourceInfo.isValidId(id)) {
      throw new ProblemException(
          ProblemKind.BAD_ID, "An id of a source is " + SourceInfo.ID_PATTERN + ".");
    }
    return backend
        .sources()
        .apply(id)
        .filter(SourceSettings::upload)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemKind.NO_SUCH_SOURCE,
                    "Declare it under sources in the ingestor's settings: {id: %s, upload: true}."
                        .formatted(id)));
  }

  /** A packed body could be of any size once unpacked. */
  private static void refuseEncoding(HttpFields headers) throws ProblemException {
    String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          ProblemKind.UNSUPPORTED, "Send the body without a Content-Encoding.");
    }
  }

  /** Running uploads end now, and are answered that the ingestor stops. */
  public void giveUp() {
    executor.giveUp();
  }

  @Override
  public void close() {
    executor.close();
  }
}
