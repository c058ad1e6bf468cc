package io.sightings.restguard;

import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpServerCodec;

/**
 * Puts the guard right behind the HTTP codec. Flink adds handlers of factories behind the one that
 * writes uploads to disk, which is too late to refuse an upload.
 */
final class RestGuardInstaller extends ChannelHandlerAdapter {
  private final RestGuardHandler guard;

  RestGuardInstaller(RestGuardHandler guard) {
    this.guard = guard;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ChannelHandlerContext codec = context.pipeline().context(HttpServerCodec.class);
    if (codec == null) {
      // Without a place for the guard there must be no service.
      context.close();
      return;
    }
    context.pipeline().addAfter(codec.name(), RestGuardHandler.class.getName(), guard);
  }
}
