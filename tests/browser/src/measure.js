// Measures the first screen as it stands, then scrolls the page through and measures what only then is known. The body of an
// asynchronous function of the least size of a target, in CSS pixels, and of a callback.
const [least, done] = arguments;
const frame = () => new Promise(requestAnimationFrame);
const settled = async () => { await frame(); await frame(); };

const roots = (root) => [root, ...[...root.querySelectorAll('*')].filter((node) => node.shadowRoot).flatMap((node) => roots(node.shadowRoot))];
const find = (selector) => roots(document).flatMap((root) => [...root.querySelectorAll(selector)]);
const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest('.unseen, .skip');
const scrolls = (box) => box.scrollHeight > box.clientHeight + 1;
const isScroller = (box) => ['auto', 'scroll'].includes(getComputedStyle(box).overflowY) && scrolls(box);

// The box that a reader scrolls: the document, or the main part where that stands between two bars.
const scroller = () => {
    const main = document.querySelector('main');
    return main && isScroller(main) ? main : document.scrollingElement;
};
const isWindow = (box) => box === document.scrollingElement;
const edges = (box) => {
    if (isWindow(box)) return { top: 0, bottom: innerHeight };
    const { top, bottom } = box.getBoundingClientRect();
    return { top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) };
};

// A sticky box counts while it is held at the edge of what scrolls.
const isHeld = (node, { position, top, bottom }) => {
    if (position === 'fixed') return true;
    const box = node.getBoundingClientRect(), bounds = edges(scroller());
    return Math.abs(box.top - bounds.top - parseFloat(top)) <= 1 || Math.abs(bounds.bottom - box.bottom - parseFloat(bottom)) <= 1;
};
// Looking through all styles takes long, so that the bars are found once, and again where an embed may have started.
let bars = [];
const findBars = () => {
    bars = find('*').filter((node) => ['fixed', 'sticky'].includes(getComputedStyle(node).position));
};
const held = () => bars.filter((node) => node.offsetHeight > 1 && seen(node) && isHeld(node, getComputedStyle(node)));

// The part of the window in which text scrolls, along a vertical line: without the bars at its upper and lower edge.
const opening = (x, inside) => {
    let { top, bottom } = edges(scroller());
    const others = held().filter((node) => !node.contains(inside)).map((node) => node.getBoundingClientRect());
    const crossed = others.filter((bar) => bar.left <= x && bar.right >= x && bar.bottom > 0 && bar.top < innerHeight);
    for (const bar of crossed.sort((a, b) => a.top - b.top)) if (bar.top <= top + 1) top = Math.max(top, bar.bottom);
    for (const bar of crossed.sort((a, b) => b.bottom - a.bottom)) if (bar.bottom >= bottom - 1) bottom = Math.min(bottom, bar.top);
    return { top, bottom: Math.max(top, bottom) };
};
const middle = (node) => {
    const { left, right } = node ? node.getBoundingClientRect() : { left: 0, right: innerWidth };
    return (left + right) / 2;
};
const stuck = (first) => {
    const { top, bottom } = opening(middle(first), first);
    return 100 * (1 - (bottom - top) / innerHeight);
};
// What ancestors cut off is not in view either.
const cut = (node, { top, bottom }) => {
    for (let box = parent(node); box; box = parent(box)) {
        if (isWindow(box) || getComputedStyle(box).overflowY === 'visible') continue;
        const bounds = box.getBoundingClientRect();
        [top, bottom] = [Math.max(top, bounds.top), Math.min(bottom, bounds.bottom)];
    }
    return { top, bottom };
};

// The sentences that are shown, from the first that concerns the reader on. Where the text does not mention what was asked,
// the nearest sentences are the answer.
const sentences = () => {
    const shown = find('.card .text, .document .s').filter(seen);
    const list = shown.length ? shown : find('.absent li').filter(seen);
    const first = list.findIndex((node) => node.matches('.here'));
    return first > 0 ? list.slice(first) : list;
};
const inView = (list, height) => list.filter((node) => {
    const { top } = node.getBoundingClientRect(), view = cut(node, opening(middle(node), node));
    return top >= view.top - 1 && top + height(node) <= view.bottom + 1;
});
const lineHeight = (node) => {
    const { lineHeight, fontSize } = getComputedStyle(node);
    return parseFloat(lineHeight) || 1.5 * parseFloat(fontSize);
};
// A sentence after the first does not count while the first is not in view.
const count = (list, height) => (inView(list.slice(0, 1), height).length ? inView(list, height).length : 0);

const textShare = () => {
    const texts = find('.card .text').filter(seen);
    const sum = (nodes) => nodes.reduce((sum, node) => sum + node.getBoundingClientRect().height, 0);
    return texts.length ? (100 * sum(texts)) / sum([...new Set(texts.map((text) => text.closest('.card')))]) : null;
};
// How far the document reaches below its last box that is not positioned.
const below = () => {
    const ends = [document.documentElement, document.body, ...document.body.children]
        .filter((node) => !['absolute', 'fixed'].includes(getComputedStyle(node).position))
        .map((node) => node.getBoundingClientRect().bottom + scrollY);
    return Math.max(0, Math.floor(document.scrollingElement.scrollHeight - Math.max(innerHeight, ...ends)));
};
const nested = () => {
    const frames = find('iframe').map((frame) => frame.contentDocument?.scrollingElement).filter((box) => box && scrolls(box));
    const own = find('*').filter((node) => node !== scroller() && !isWindow(node) && !node.matches('body, textarea') && seen(node) && isScroller(node));
    return frames.length + own.length;
};
const overHeight = () => find('minsheng-explorer[max-height]').filter(seen)
    .map((host) => host.getBoundingClientRect().height - parseFloat(host.getAttribute('max-height')))
    .reduce((most, over) => Math.max(most, over), 0);

// A link in running text is as high as its line.
const isInText = (node) => getComputedStyle(node).display === 'inline'
    && [...node.parentElement?.childNodes ?? []].some((other) => other.nodeType === Node.TEXT_NODE && other.textContent.trim() !== '');
const small = () => {
    const own = find('a[href], button, input:not([type=hidden]), select, summary, textarea, [role=button], [role=link]');
    const targets = new Set(own.filter((node) => seen(node) && node.closest('.explorer') && !isInText(node)).map((node) => node.closest('label') ?? node));
    return [...targets].flatMap((node) => {
        const { width, height } = node.getBoundingClientRect();
        const isSmall = width > 1 && height > 1 && (width < least - 0.5 || height < least - 0.5);
        return isSmall ? [`${node.textContent.trim().slice(0, 8).replace(/\s+/g, ' ') || node.classList[0] || node.localName} ${Math.round(width)}×${Math.round(height)}`] : [];
    });
};

// What has moved since the answer was painted; without an action, since the document began. The browser tells of it later.
const shift = async () => {
    let sum = 0;
    const add = (entries) => entries.forEach(({ startTime, value }) => { sum += startTime > (window.__answered ?? 0) ? value : 0; });
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    await settled();
    await settled();
    add(observer.takeRecords());
    observer.disconnect();
    return sum;
};

// An embed starts when it is seen. One that does not start is waited for once.
const waitedFor = new Set();
const embedsStarted = async () => {
    if (!customElements.get('minsheng-explorer')) return;
    const isInWindow = ({ top, bottom }) => bottom > 0 && top < innerHeight;
    const hosts = find('minsheng-explorer').filter((host) => seen(host) && isInWindow(host.getBoundingClientRect()));
    for (const host of hosts.filter((host) => !waitedFor.has(host))) {
        waitedFor.add(host);
        for (let frames = 0; frames < 200 && !host.shadowRoot?.querySelector('.explorer'); frames += 1) await frame();
        findBars();
    }
};
const scrollThrough = async (each) => {
    const box = scroller();
    for (let y = 0; y < box.scrollHeight; y += 0.8 * box.clientHeight) {
        box.scrollTo({ top: y, behavior: 'instant' });
        await embedsStarted();
        await settled();
        each();
    }
    box.scrollTo({ top: 0, behavior: 'instant' });
    await settled();
};

const measure = async () => {
    findBars();
    const list = sentences(), first = list[0];
    const figures = {
        begins: first ? (first.closest('.card') ?? first).getBoundingClientRect().top : null,
        ends: first ? first.getBoundingClientRect().bottom : null,
        begun: count(list, lineHeight),
        whole: count(list, (node) => node.getBoundingClientRect().height),
        stuck: stuck(first),
        height: scroller().scrollHeight,
        shift: await shift(),
    };
    let most = figures.stuck, over = overHeight();
    await scrollThrough(() => {
        most = Math.max(most, stuck(first));
        over = Math.max(over, overHeight());
    });
    return { ...figures, 'stuck-most': most, over, scrolled: scroller().scrollHeight, text: textShare(), below: below(), nested: nested(), small: small().join('\n') };
};
measure().then(done, (error) => done(String(error.stack)));
