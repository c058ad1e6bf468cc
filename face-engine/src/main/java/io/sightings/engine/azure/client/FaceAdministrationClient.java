package io.sightings.engine.azure.client;

import static io.sightings.engine.azure.client.FaceOperation.LIST_GROUPS;

import io.sightings.engine.azure.client.models.LargePersonGroup;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks after the groups of a resource. */
public final class FaceAdministrationClient {
  private final Calls calls;

  public FaceAdministrationClient(FaceExchange exchange) {
    this.calls = new Calls(exchange);
  }

  /**
   * @param largePersonGroupId 1 to 64 lower-case letters, digits, - and _
   */
  public LargePersonGroupClient getLargePersonGroupClient(String largePersonGroupId) {
    return new LargePersonGroupClient(calls, largePersonGroupId);
  }

  /** All groups, in order of their ids. */
  public CompletableFuture<List<LargePersonGroup>> getLargePersonGroups() {
    return Paging.all(
        (start, top) -> {
          var query = Paging.query(start, top);
          query.put("returnRecognitionModel", "true");
          return calls
              .send(LIST_GROUPS, "/largepersongroups", query)
              .thenApply(answer -> calls.list(LIST_GROUPS, answer, LargePersonGroup.class));
        },
        LargePersonGroup::largePersonGroupId);
  }
}
