// What other people's scripts do to a page: old libraries that extend everything, and wrappers around the network.
Object.prototype.extended = function () {};
Array.prototype.extended = function () {};
String.prototype.extended = function () {};
Array.prototype.toJSON = () => "broken";
Element.prototype.hide = function () {};
{
  const fetched = window.fetch;
  window.fetch = function (...asked) {
    return Promise.resolve(fetched.apply(this, asked)).then((answer) => answer);
  };
  const added = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (...said) {
    return added.apply(this, said);
  };
}
