package io.sightings.faults.product;

import io.sightings.contract.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything of one run is. */
record ProductFolder(Path root) {

  Path cluster() {
    return root.resolve("cluster");
  }

  Path results() {
    return root.resolve("sightings");
  }

  Path ingestor(String name) {
    return root.resolve(name);
  }

  /** The job's settings, written anew. */
  Path jobSettings(String bootstrap, ProductPlan plan) throws IOException {
    PrivateFiles.createFolder(root);
    return Files.writeString(
        root.resolve("job.yaml"),
        """
        kafka: {bootstrap: "%s", transactionTimeout: %ds}
        engine: {engine: offline}
        sighting: {gap: %ds}
        files: {path: "%s", rollover: 5s}
        checkpoint: {interval: %dms, timeout: %ds}
        """
            .formatted(
                bootstrap,
                plan.transactionTimeout().toSeconds(),
                plan.gap().toSeconds(),
                results().toUri(),
                plan.checkpointInterval().toMillis(),
                plan.checkpointTimeout().toSeconds()));
  }
}
