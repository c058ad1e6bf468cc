package io.sightings.azure.enrol;

import io.sightings.azure.call.FaceResource;
import io.sightings.azure.client.FaceException;
import io.sightings.azure.client.models.FaceTrainingResult;
import io.sightings.azure.enrol.EnrolmentPhotoResult.Kind;
import io.sightings.azure.settings.AzureSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes people known to the group of one resource. It can end at any call and be repeated: what is
 * there already is found by its key and not made again. Blocks; an interrupt ends it.
 */
public final class AzureEnroller {
  private final EnrolmentSession session;
  private final AzureSettings settings;
  private final EnrolmentListener listener;
  private final Map<Kind, Integer> photos = new EnumMap<>(Kind.class);

  /**
   * @param resource outlives the enrolment
   */
  public AzureEnroller(FaceResource resource, AzureSettings settings, EnrolmentListener listener) {
    this(EnrolmentSession.of(resource, settings), settings, listener);
  }

  AzureEnroller(EnrolmentSession session, AzureSettings settings, EnrolmentListener listener) {
    this.session = session;
    this.settings = settings;
    this.listener = listener;
  }

  /**
   * @throws EnrolmentException if it cannot go on; what was done is kept
   * @throws FaceException if the service refuses a call that is needed
   */
  public EnrolmentReport run(List<EnrolmentPerson> sitters) {
    if (session.openOrCreate()) {
      say("created the group \"" + settings.group() + "\" in " + session.resource());
    }
    EnrolledPersonIndex people = new EnrolledPersonIndex(session);
    people.load();
    List<EnrolmentPerson> meant = people.meant(sitters);
    List<String> faceless = enrol(people, meant);
    people.settle();
    boolean anyFace = faceless.size() < meant.size() || people.anyFaceBeside(meant);
    boolean trained = anyFace && train();
    return new EnrolmentReport(
        session.resource(),
        photos,
        meant.size() - faceless.size(),
        faceless,
        trained,
        session.tally().sentCalls(),
        session.tally().paidCalls());
  }

  /** Returns the names of those without a face. */
  private List<String> enrol(EnrolledPersonIndex people, List<EnrolmentPerson> sitters) {
    ExecutorService threads = threads();
    try (PhotoReducer smaller = new PhotoReducer()) {
      Map<EnrolmentPerson, CompletableFuture<Boolean>> all = new LinkedHashMap<>();
      CompletableFuture<Void> first = new CompletableFuture<>();
      for (EnrolmentPerson sitter : sitters) {
        PersonEnroller one =
            new PersonEnroller(session, people, settings.enrol(), smaller, sitter, this::tell);
        CompletableFuture<Boolean> person = CompletableFuture.supplyAsync(one::run, threads);
        person.whenComplete(
            (done, failure) -> {
              if (failure != null) {
                first.completeExceptionally(
                    failure instanceof CompletionException e ? e.getCause() : failure);
              }
            });
        all.put(sitter, person);
      }
      CompletableFuture.allOf(all.values().toArray(CompletableFuture[]::new))
          .thenRun(() -> first.complete(null));
      try {
        BlockingWait.on(first);
      } finally {
        BlockingWait.end(threads); // also of those who go on where one has failed
      }
      return all.entrySet().stream()
          .filter(each -> !each.getValue().join())
          .map(each -> each.getKey().name())
          .toList();
    }
  }

  private ExecutorService threads() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newFixedThreadPool(
        settings.enrol().parallel(),
        task -> {
          Thread made = new Thread(task, "azure-enrol-" + number.incrementAndGet());
          made.setDaemon(true);
          return made;
        });
  }

  private boolean train() {
    boolean due =
        session.trainingDue() || (session.unmarked() && GroupTraining.neverSucceeded(session));
    if (due) {
      say("training the group \"" + settings.group() + "\" in " + session.resource());
      new GroupTraining(session, new Serial(), settings.enrol()).run();
    }
    return due;
  }

  private synchronized void tell(EnrolmentPhotoResult verdict) {
    photos.merge(verdict.kind(), 1, Integer::sum);
    listener.photo(verdict);
  }

  private synchronized void say(String what) {
    listener.step(what);
  }

  private final class Serial implements EnrolmentListener {
    @Override
    public void photo(EnrolmentPhotoResult verdict) {
      tell(verdict);
    }

    @Override
    public void step(String what) {
      say(what);
    }

    @Override
    public void training(FaceTrainingResult state, Duration since) {
      synchronized (AzureEnroller.this) {
        listener.training(state, since);
      }
    }
  }
}
