package io.sightings.restguard;

import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;

/**
 * Puts the guard into each connection of Flink's REST server. Flink finds this class by its {@link
 * java.util.ServiceLoader} entry, so the jar in {@code lib/} suffices.
 */
public final class RestGuardFactory implements InboundChannelHandlerFactory {

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Optional<ChannelHandler> createHandler(
      Configuration flink, Map<String, String> responseHeaders) {
    RestRequestPolicy policy = new RestRequestPolicy(AllowedHosts.of(flink));
    return Optional.of(new RestGuardInstaller(new RestGuardHandler(policy)));
  }
}
