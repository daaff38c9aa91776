package cn.dandang.gateway.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Gives a connection up when its answer is closed before the end: the client would read the rest first, of an export a whole ledger that nobody waits for. */
final class LeftAnswers implements ExecChainHandler {

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException, HttpException {
        ClassicHttpResponse answer = chain.proceed(request, scope);
        HttpEntity body = answer.getEntity();
        if (body != null) {
            answer.setEntity(new Body(body));
        }
        return answer;
    }

    private static final class Body extends HttpEntityWrapper {
        Body(HttpEntity body) {
            super(body);
        }

        @Override
        public InputStream getContent() throws IOException {
            return new Content(super.getContent());
        }
    }

    private static final class Content extends FilterInputStream {
        Content(InputStream content) {
            super(content);
        }

        @Override
        public void close() throws IOException {
            if (in instanceof EofSensorInputStream unread) {
                // of one that was read to its end nothing is left to give up
                unread.abort();
            } else {
                in.close();
            }
        }
    }
}
