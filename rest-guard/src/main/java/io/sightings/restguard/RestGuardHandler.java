package io.sightings.restguard;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.shaded.netty4.io.netty.buffer.ByteBuf;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelDuplexHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelPromise;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderValues;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.LastHttpContent;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers each refused request of a connection with 403, passes on none of its body, and closes the
 * connection when the body ends. Each answer of Flink forbids other pages to show it in a frame.
 */
final class RestGuardHandler extends ChannelDuplexHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RestGuardHandler.class);

  private final RestRequestPolicy policy;
  private boolean refusing;

  RestGuardHandler(RestRequestPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (!refusing && message instanceof HttpRequest request) {
      Optional<String> refusal = policy.refusal(request);
      refusal.ifPresent(reason -> refuse(context, request, reason));
    }
    if (!refusing) {
      context.fireChannelRead(message);
      return;
    }
    if (message instanceof LastHttpContent) {
      context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
    ReferenceCountUtil.release(message);
  }

  private void refuse(ChannelHandlerContext context, HttpRequest request, String reason) {
    refusing = true;
    // No value of a header: a foreign page would write into the log.
    LOG.info("Refused a {} request: {}", request.method(), reason);
    ByteBuf body = Unpooled.copiedBuffer(reason + "\n", StandardCharsets.US_ASCII);
    FullHttpResponse answer =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.FORBIDDEN, body);
    answer
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.TEXT_PLAIN)
        .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    context.writeAndFlush(answer);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    if (message instanceof HttpResponse response) {
      response.headers().set("X-Frame-Options", "DENY");
    }
    super.write(context, message, promise);
  }
}
