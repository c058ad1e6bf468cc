package io.sightings.azure.client;

import com.azure.core.credential.KeyCredential;
import com.azure.core.util.BinaryData;
import io.sightings.azure.ScriptedService;
import io.sightings.azure.ScriptedService.Received;
import io.sightings.azure.ScriptedService.Reply;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;

/** Clients of a service that answers by a script. */
abstract class ScriptedClient {
  static final String KEY = "0123456789abcdef0123456789abcdef";
  static final BinaryData IMAGE = BinaryData.fromBytes(new byte[2000]);
  ScriptedService service;

  @AfterEach
  void stop() {
    service.close();
  }

  FaceClientBuilder builder(Function<Received, Reply> script) {
    service = new ScriptedService(script);
    return new FaceClientBuilder()
        .endpoint(service.endpoint())
        .credential(new KeyCredential(KEY))
        .timeout(Duration.ofSeconds(20));
  }

  FaceClient client(Function<Received, Reply> script) {
    return builder(script).buildClient();
  }

  LargePersonGroupClient group(Function<Received, Reply> script) {
    return builder(script).buildGroupClient("staff");
  }
}
