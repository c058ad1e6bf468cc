package io.sightings.restguard;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The guard's settings in Flink's {@code config.yaml}. */
public final class RestGuardOptions {

  /** Names under which clients reach the REST port, beside those that Flink's settings hold. */
  public static final ConfigOption<List<String>> ALLOWED_HOSTS =
      ConfigOptions.key("sightings.rest.allowed-hosts")
          .stringType()
          .asList()
          .defaultValues()
          .withDescription(
              "Host names under which clients and proxies reach the REST port, without a port."
                  + " localhost, every IP address, rest.address and jobmanager.rpc.address are"
                  + " allowed without being listed.");

  private RestGuardOptions() {}
}
