package io.sightings.azure.identify;

import io.sightings.azure.call.CallCounter;
import io.sightings.azure.call.CallOptions;
import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.models.FaceIdentificationResult.FaceIdentificationCandidate;
import io.sightings.azure.people.AzurePerson;
import io.sightings.azure.settings.AzureSettings;
import io.sightings.contract.InquiryOutcome;
import io.sightings.contract.Sighting.Attributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The group of one resource: asks whose a face is, and who that is. */
final class ResourcePersonGroup {
  /** All who start together look once. */
  private static final Duration CHECK_AGAIN = Duration.ofSeconds(30);

  private final FaceResource resource;
  private final InstantSource clock;

  /** Faces that wait while the resource is away. */
  private final IdentifyBatch waiting;

  /** Faces about which another resource can be asked. */
  private final IdentifyBatch elsewhere;

  private final PersonNameCache names;
  private final KnownBlocker hindrance;
  private @Nullable CompletableFuture<GroupReadinessCheck.Result> check;
  private Instant checkedAt = Instant.MIN;

  ResourcePersonGroup(FaceResource resource, AzureSettings settings, InstantSource clock) {
    this.resource = resource;
    this.clock = clock;
    this.waiting = new IdentifyBatch(resource, settings, true, clock);
    this.elsewhere = new IdentifyBatch(resource, settings, false, clock);
    this.names = new PersonNameCache(resource, settings, clock);
    this.hindrance = new KnownBlocker(resource.name(), clock);
  }

  FaceResource resource() {
    return resource;
  }

  KnownBlocker hindrance() {
    return hindrance;
  }

  /**
   * Checks whether the group can identify, not more often than useful, and remembers the result.
   */
  synchronized CompletableFuture<GroupReadinessCheck.Result> check(AzureSettings settings) {
    Instant now = clock.instant();
    if (check == null || !now.isBefore(checkedAt.plus(CHECK_AGAIN))) {
      checkedAt = now;
      check = look(settings);
    }
    return check;
  }

  private CompletableFuture<GroupReadinessCheck.Result> look(AzureSettings settings) {
    return GroupReadinessCheck.of(names.training(), resource, settings.group())
        .thenApply(
            result -> {
              if (result.trouble() != null && OutcomeRules.isLasting(result.trouble())) {
                hindrance.learn(result.trouble(), result.text());
              }
              return result;
            });
  }

  /** Asks where nothing is known to stand in the way, and learns from the answer. */
  CompletableFuture<AzureIdentifyResult> unlessHindered(
      Supplier<CompletableFuture<AzureIdentifyResult>> question) {
    return hindrance
        .answer()
        .map(CompletableFuture::completedFuture)
        .orElseGet(
            () ->
                question
                    .get()
                    .thenApply(
                        answer -> {
                          hindrance.learn(answer);
                          return answer;
                        }));
  }

  /** Fails where the question itself does; the failure says what it cost. */
  CompletableFuture<AzureIdentifyResult> whose(
      String faceId, @Nullable Attributes attributes, CallOptions options) {
    CallOptions rest = options.secondHalf().withTally(new CallCounter());
    IdentifyBatch batch = rest.waitsOut() ? waiting : elsewhere;
    return batch.ask(faceId, rest.patience()).thenCompose(share -> named(share, attributes, rest));
  }

  private CompletableFuture<AzureIdentifyResult> named(
      IdentifyBatch.Share share, @Nullable Attributes attributes, CallOptions options) {
    return candidates(share, options)
        .handle(
            (list, failure) -> {
              double paid = share.paid() + options.tally().paidCalls();
              if (failure != null) {
                return IdentifyErrorMapper.answer(failure, attributes, paid, resource);
              }
              boolean known = !list.isEmpty();
              return new AzureIdentifyResult(
                  known ? InquiryOutcome.IDENTIFIED : InquiryOutcome.UNKNOWN,
                  known ? "" : "The group does not know this person.",
                  list,
                  attributes,
                  paid,
                  resource.name(),
                  names.version());
            });
  }

  private CompletableFuture<List<AzureCandidate>> candidates(
      IdentifyBatch.Share share, CallOptions options) {
    if (share.candidates().isEmpty()) {
      return names.ready().thenApply(any -> List.of());
    }
    CompletableFuture<Map<String, AzureCandidate>> all =
        CompletableFuture.completedFuture(new LinkedHashMap<>());
    List<FaceIdentificationCandidate> likeliestFirst = new ArrayList<>(share.candidates());
    likeliestFirst.sort(
        Comparator.comparingDouble(FaceIdentificationCandidate::confidence).reversed());
    for (FaceIdentificationCandidate candidate : likeliestFirst) {
      all =
          all.thenCombine(
              names.who(candidate.personId(), options),
              (people, person) -> {
                // A person who is in the group twice must not be the own runner-up.
                person.ifPresent(
                    known -> people.putIfAbsent(known.id(), candidate(known, candidate)));
                return people;
              });
    }
    return all.thenApply(people -> List.copyOf(people.values()));
  }

  private static AzureCandidate candidate(
      AzurePerson person, FaceIdentificationCandidate candidate) {
    return new AzureCandidate(person.id(), person.name(), candidate.confidence());
  }
}
