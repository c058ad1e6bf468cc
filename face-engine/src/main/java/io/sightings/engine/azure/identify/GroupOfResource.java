package io.sightings.engine.azure.identify;

import io.sightings.engine.azure.call.CallOptions;
import io.sightings.engine.azure.call.CallTally;
import io.sightings.engine.azure.call.FaceResource;
import io.sightings.engine.azure.client.models.FaceAttributes;
import io.sightings.engine.azure.client.models.FaceIdentificationCandidate;
import io.sightings.engine.azure.people.KnownPerson;
import io.sightings.engine.azure.settings.AzureSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The group of one resource: asks whose a face is, and who that is. */
final class GroupOfResource {
  private final FaceResource resource;
  private final IdentifyBatch live;
  private final IdentifyBatch patient;
  private final PeopleNames names;
  private final Hindrance hindrance;

  GroupOfResource(FaceResource resource, AzureSettings settings, InstantSource clock) {
    this.resource = resource;
    this.live = new IdentifyBatch(resource, settings, false, clock);
    this.patient = new IdentifyBatch(resource, settings, true, clock);
    this.names = new PeopleNames(resource, settings, clock);
    this.hindrance = new Hindrance(resource.name(), clock);
  }

  FaceResource resource() {
    return resource;
  }

  Hindrance hindrance() {
    return hindrance;
  }

  /** Looks whether the group can name anybody, and remembers where it cannot. */
  CompletableFuture<GroupCheck.Result> check(AzureSettings settings) {
    return GroupCheck.run(resource, settings)
        .thenApply(
            result -> {
              if (result.trouble() != null && result.trouble().lasting()) {
                hindrance.learn(result.trouble(), result.text());
              }
              return result;
            });
  }

  /** Asks where nothing is known to stand in the way, and learns from the answer. */
  CompletableFuture<AzureAnswer> unlessHindered(Supplier<CompletableFuture<AzureAnswer>> question) {
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
  CompletableFuture<AzureAnswer> whose(
      String faceId, FaceAttributes attributes, CallOptions options) {
    IdentifyBatch batch = options.waitsOut() ? patient : live;
    return batch
        .ask(faceId, options.patience())
        .thenCompose(share -> named(share, attributes, options.withTally(new CallTally())));
  }

  private CompletableFuture<AzureAnswer> named(
      IdentifyBatch.Share share, FaceAttributes attributes, CallOptions options) {
    return candidates(share, options)
        .handle(
            (list, failure) -> {
              double paid = share.paid() + options.tally().paidCalls();
              if (failure != null) {
                return Failures.answer(failure, attributes, paid, resource);
              }
              boolean known = !list.isEmpty();
              return new AzureAnswer(
                  known ? Outcome.IDENTIFIED : Outcome.UNKNOWN,
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
      // Only for the version, which nobody should go without an answer for.
      return names.ready(options).handle((any, failure) -> List.of());
    }
    CompletableFuture<List<AzureCandidate>> all =
        CompletableFuture.completedFuture(new ArrayList<>());
    for (FaceIdentificationCandidate candidate : share.candidates()) {
      all =
          all.thenCombine(
              names.who(candidate.personId(), options),
              (list, person) -> {
                person.ifPresent(known -> list.add(candidate(known, candidate)));
                return list;
              });
    }
    return all;
  }

  private static AzureCandidate candidate(
      KnownPerson person, FaceIdentificationCandidate candidate) {
    return new AzureCandidate(person.id(), person.name(), candidate.confidence());
  }
}
