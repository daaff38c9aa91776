package cn.dandang.gateway.route;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Takes a service's answer before anything of it is passed on, so that one which breaks off is told as what it is and never as a success
 * without content. An answer longer than the limit is passed on as it comes; if that one breaks off, so does the connection to the browser.
 */
final class WholeAnswer {
    /** Every answer to an order and every page of a list is far below; only exports are longer. */
    private static final int LIMIT = 1 << 20;

    private static final String BROKEN_OFF = WholeAnswer.class.getName() + ".brokenOff";

    private WholeAnswer() {}

    /** @throws IOException when the service did not finish what it began to say */
    static void await(ServerRequest request) throws IOException {
        InputStream body = MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
        if (body == null) {
            return;
        }
        byte[] begin = body.readNBytes(LIMIT);
        InputStream taken = new ByteArrayInputStream(begin);
        MvcUtils.putAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR, begin.length < LIMIT ? taken : new SequenceInputStream(taken, new Unbroken(body, request.servletRequest())));
    }

    /** Marks a request whose long answer broke off. */
    private static final class Unbroken extends FilterInputStream {
        private final HttpServletRequest request;

        Unbroken(InputStream in, HttpServletRequest request) {
            super(in);
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return in.read(target, offset, length);
            } catch (IOException brokenOff) {
                request.setAttribute(BROKEN_OFF, true);
                throw brokenOff;
            }
        }
    }

    /**
     * Ends the connection of a marked request. An answer that is under way has its status sent, and Spring takes any failure to write it for
     * a browser that went away: without this the container would end a half of an answer as if it were whole.
     */
    @Component
    static class Cut implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextValves(new ValveBase(true) {
                @Override
                public void invoke(Request request, Response response) throws IOException, ServletException {
                    getNext().invoke(request, response);
                    if (request.getAttribute(BROKEN_OFF) != null) {
                        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
                    }
                }
            });
        }
    }
}
