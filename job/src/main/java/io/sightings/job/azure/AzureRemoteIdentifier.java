package io.sightings.job.azure;

import io.sightings.azure.call.CallCounts;
import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.CallOptions.CallPriority;
import io.sightings.azure.client.FaceOperation;
import io.sightings.azure.identify.AzureCandidate;
import io.sightings.azure.identify.AzureIdentifier;
import io.sightings.azure.identify.AzureIdentifyResult;
import io.sightings.azure.identify.GroupReadinessCheck;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.Sighting.Attributes;
import io.sightings.engine.ServiceFace;
import io.sightings.job.detect.SeenFace;
import io.sightings.job.identify.LocalIdentification.Likeness;
import io.sightings.job.identify.remote.IdentifyResult;
import io.sightings.job.identify.remote.RemoteIdentifier;
import io.sightings.job.track.IdentifyRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Azure AI Face as an identification service. */
public final class AzureRemoteIdentifier implements RemoteIdentifier {
  private static final Logger LOG = LoggerFactory.getLogger(AzureRemoteIdentifier.class);
  private static final CallCounts.Count NO_CALLS = new CallCounts.Count(0, 0, 0, 0);

  private final AzureSettings settings;
  private final AzureIdentifier client;

  private AzureRemoteIdentifier(AzureSettings settings) {
    this.settings = settings;
    this.client = AzureIdentifier.open(settings);
  }

  /**
   * Logs at once whether the service can identify; a fault is also the outcome of every request and
   * may be corrected while the job runs.
   */
  public static RemoteIdentifier open(AzureSettings settings) {
    AzureRemoteIdentifier opened = new AzureRemoteIdentifier(settings);
    var unused =
        opened.client.check().thenAccept(all -> all.forEach(AzureRemoteIdentifier::logStatus));
    return opened;
  }

  private static void logStatus(GroupReadinessCheck.Result result) {
    if (result.trouble() == null) {
      LOG.info("{} is ready to identify", result.resource());
    } else {
      LOG.warn("{} cannot identify: {}", result.resource(), result.text());
    }
  }

  @Override
  public CompletableFuture<IdentifyResult> identify(
      IdentifyRequest request, SeenFace face, boolean recheck, RequestPatience patience) {
    CallOptions options = options(recheck ? CallPriority.RECHECK : CallPriority.NEW, patience);
    CompletableFuture<AzureIdentifyResult> answer =
        face.picture() != null
            ? client.identify(face.picture(), options)
            : client.identify(face.service(), options);
    return answer.thenApply(said -> result(request, said));
  }

  private CallOptions options(CallPriority priority, RequestPatience patience) {
    return switch (patience) {
      case FAIL_FAST -> client.options(priority);
      case WAIT_WHILE_AWAY -> client.options(priority).waitingOut();
      case RECORDED -> client.patientOptions(priority);
    };
  }

  private IdentifyResult result(IdentifyRequest request, AzureIdentifyResult answer) {
    List<AzureCandidate> candidates = answer.candidates();
    return new IdentifyResult(
        request.id(),
        request.source(),
        answer.outcome(),
        answer.text().isEmpty() ? null : answer.text(),
        candidates.isEmpty() ? null : likeness(candidates.get(0)),
        candidates.size() < 2 ? null : likeness(candidates.get(1)),
        attributes(request, answer),
        answer.paidCalls(),
        AzureIdentifier.MODEL,
        (float) settings.identify().minConfidence(),
        answer.peopleVersion());
  }

  /** Those of the detection, if the service found the face itself. */
  private static @Nullable Attributes attributes(
      IdentifyRequest request, AzureIdentifyResult answer) {
    ServiceFace found = request.face().service();
    return found == null || found.attributes() == null ? answer.attributes() : found.attributes();
  }

  private static Likeness likeness(AzureCandidate candidate) {
    return new Likeness(candidate.personId(), candidate.name(), (float) candidate.confidence());
  }

  @Override
  public void register(MetricGroup group) {
    MetricGroup ofProcess = group.addGroup("azureCallsOfProcess");
    for (FaceOperation operation : FaceOperation.values()) {
      MetricGroup one = ofProcess.addGroup(operation.name());
      gauge(one, "sent", operation, CallCounts.Count::sent);
      gauge(one, "paid", operation, CallCounts.Count::paid);
      gauge(one, "failed", operation, CallCounts.Count::failed);
      gauge(one, "throttled", operation, CallCounts.Count::throttled);
    }
  }

  private void gauge(
      MetricGroup group,
      String name,
      FaceOperation operation,
      ToLongFunction<CallCounts.Count> of) {
    Gauge<Long> gauge =
        () -> of.applyAsLong(client.counts().operations().getOrDefault(operation, NO_CALLS));
    group.gauge(name, gauge);
  }

  @Override
  public void close() {
    client.close();
  }
}
